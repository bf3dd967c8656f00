/** `NotYetReceived` → `not yet received`; a promise's name is words already. */
export function inWords(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
}

/** What the workflow service's own errors mean for an order. Others are shown by their name. */
export function failureInWords(error: string): string {
  const known: Readonly<Record<string, string>> = {
    'States.ALL': 'a state fails for good',
    'DynamoDb.ConditionalCheckFailedException': 'a newer execution owns the order',
  };
  return known[error] ?? error;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
