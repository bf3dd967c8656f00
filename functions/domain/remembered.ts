// To make such a function does nothing else. Where a module makes one, it says so to the bundler (`@__PURE__`), which then
// leaves out those that nobody calls, and the libraries behind them.

/** So many answers are remembered at most; then all are forgotten, and the next question begins anew. */
const mostAnswers = 10_000;

/**
 * A function that remembers what it answered, by the words it was asked with. Only for pure functions of texts: the same
 * question has the same answer for ever. What throws is not remembered.
 */
export function remembered<Words extends readonly string[], Answer>(
  answer: (...words: Words) => Answer,
): (...words: Words) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (...words) => {
    const question = words.length === 1 ? words[0]! : words.join('\n');
    const found = known.get(question);
    if (found !== undefined) return found.answer;
    const made = answer(...words);
    if (known.size >= mostAnswers) known.clear();
    known.set(question, { answer: made });
    return made;
  };
}

/**
 * A function that remembers what it answered of a value for as long as there is that value. Only for pure functions of
 * values that never change, as an order's versions are.
 */
export function rememberedOf<Value extends object, Answer>(answer: (value: Value) => Answer): (value: Value) => Answer {
  const known = new WeakMap<Value, { readonly answer: Answer }>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found.answer;
    const made = answer(value);
    known.set(value, { answer: made });
    return made;
  };
}
