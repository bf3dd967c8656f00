"""Starts ministack as `python -m ministack` does, with five things mended (../DIFFERENCES.md, "Mended").

Each is a name of the engine that is wrapped or added to here: if one is gone, nothing starts.
"""

import contextvars
import json
import sys
import threading
from datetime import datetime, timezone

from ministack.core import lambda_runtime
from ministack.services import eventbridge, lambda_svc, ses_v2, stepfunctions
from ministack.services.cloudformation import provisioners


def must_be_there(module, *names):
    for name in names:
        if not hasattr(module, name):
            sys.exit(f"This ministack has no {module.__name__}.{name} to mend. Pin the one that has, or see whether it is mended.")


must_be_there(stepfunctions, "_execute_task", "_jsonata_state_field", "_start_execution", "_executions", "json_response")
must_be_there(lambda_svc, "_execute_function")
must_be_there(ses_v2, "handle_request")
must_be_there(eventbridge, "_put_events")
must_be_there(provisioners, "_RESOURCE_HANDLERS")
must_be_there(lambda_runtime, "_NODEJS_WORKER_SCRIPT")


# 1. A TimeoutSeconds that is an expression is handed to the wait as it stands, which takes a number and breaks.
execute_task = stepfunctions._execute_task


def with_timeout_evaluated(state_def, raw_input, execution, ctx):
    if isinstance(state_def.get("TimeoutSeconds"), str):
        seconds = stepfunctions._jsonata_state_field(state_def, "TimeoutSeconds", "number", raw_input, ctx)
        state_def = {**state_def, "TimeoutSeconds": seconds}
    return execute_task(state_def, raw_input, execution, ctx)


stepfunctions._execute_task = with_timeout_evaluated


# 2. A start that is repeated while the execution runs is refused, instead of answered with it.
start_execution = stepfunctions._start_execution


def with_repeats_answered(data):
    machine_arn = data.get("stateMachineArn", "").replace(":stateMachine:", ":execution:")
    running = stepfunctions._executions.get(f"{machine_arn}:{data.get('name')}")
    if running and running["status"] == "RUNNING" and running["input"] == data.get("input", "{}"):
        answer = {"executionArn": running["executionArn"], "startDate": running["startDate"]}
        return stepfunctions.json_response(answer)
    return start_execution(data)


stepfunctions._start_execution = with_repeats_answered


# 3. An error of a Node function loses its name. The worker writes it before the message; here it is put in its place.
mark = "\u241f"
as_written = "error: String(err.message || err), trace"
if as_written not in lambda_runtime._NODEJS_WORKER_SCRIPT:
    sys.exit("The Node worker of this ministack says errors otherwise: see whether it names them.")
lambda_runtime._NODEJS_WORKER_SCRIPT = lambda_runtime._NODEJS_WORKER_SCRIPT.replace(
    as_written, f'error: (err.name || "Error") + "{mark}" + String(err.message || err), trace'
).replace("error: e.message, trace", f'error: (e.name || "Error") + "{mark}" + e.message, trace')
execute_function = lambda_svc._execute_function


def with_errors_named(func, event):
    result = execute_function(func, event)
    body = result.get("body")
    if result.get("error") and isinstance(body, dict) and mark in str(body.get("errorMessage")):
        name, message = body["errorMessage"].split(mark, 1)
        result = {**result, "body": {**body, "errorType": name, "errorMessage": message}}
    return result


lambda_svc._execute_function = with_errors_named

# 4. A configuration set's events go nowhere. What SES says of a mail that arrives is said here, on the default bus.
handle_request = ses_v2.handle_request


def event_of(kind, asked, message_id):
    now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    tags = {tag["Name"]: [tag["Value"]] for tag in asked.get("EmailTags", [])}
    tags["ses:configuration-set"] = [asked["ConfigurationSetName"]]
    to = asked["Destination"]["ToAddresses"]
    mail = {"timestamp": now, "messageId": message_id, "source": asked["FromEmailAddress"], "destination": to, "tags": tags}
    said = {} if kind == "send" else {"timestamp": now, "recipients": to}
    return {
        "Source": "aws.ses",
        "DetailType": {"send": "Email Sent", "delivery": "Email Delivered"}[kind],
        "Detail": json.dumps({"eventType": kind.capitalize(), "mail": mail, kind: said}),
    }


async def with_events_published(method, path, headers, body, query_params):
    answer = await handle_request(method, path, headers, body, query_params)
    is_send = method == "POST" and path.rstrip("/").endswith("/outbound-emails")
    asked = json.loads(body) if is_send and body else {}
    if answer[0] == 200 and "ConfigurationSetName" in asked:
        message_id = json.loads(answer[2])["MessageId"]
        entries = [event_of(kind, asked, message_id) for kind in ("send", "delivery")]
        # The account and the region of the call are the thread's own: a copy of them goes along.
        publish = contextvars.copy_context().run
        threading.Thread(target=publish, args=(eventbridge._put_events, {"Entries": entries}, True), daemon=True).start()
    return answer


ses_v2.handle_request = with_events_published


# 5. A saved query of Logs Insights is unknown, and the stack refused. It is text that nothing here reads: its name is kept.
provisioners._RESOURCE_HANDLERS.setdefault(
    "AWS::Logs::QueryDefinition",
    {
        "create": lambda logical_id, props, stack_name: (props["Name"], {}),
        "update": lambda physical_id, old_props, new_props, stack_name: (physical_id, {}),
        "delete": lambda physical_id, props: None,
    },
)

from ministack.app import main  # noqa: E402

main()
