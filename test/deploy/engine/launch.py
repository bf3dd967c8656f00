"""Starts ministack as `python -m ministack` does, with one thing mended (DIFFERENCES.md).

A TimeoutSeconds may be a JSONata expression. The engine hands the expression to the wait as it stands, which takes a
number of seconds and breaks. It is evaluated here, by the engine's own means, before the state runs.
"""

import sys

from ministack.services import stepfunctions

for name in ("_execute_task", "_jsonata_state_field"):
    if not callable(getattr(stepfunctions, name, None)):
        sys.exit(f"This ministack has no stepfunctions.{name} to mend: pin the version that has, or look whether it is mended.")

as_it_is = stepfunctions._execute_task


def with_timeout_evaluated(state_def, raw_input, execution, ctx):
    if isinstance(state_def.get("TimeoutSeconds"), str):
        seconds = stepfunctions._jsonata_state_field(state_def, "TimeoutSeconds", "number", raw_input, ctx)
        state_def = {**state_def, "TimeoutSeconds": seconds}
    return as_it_is(state_def, raw_input, execution, ctx)


stepfunctions._execute_task = with_timeout_evaluated

from ministack.app import main  # noqa: E402

main()
