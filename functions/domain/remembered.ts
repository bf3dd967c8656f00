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
