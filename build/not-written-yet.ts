// TEMPORARY: stands in for handlers that are not written yet.
export async function handler(): Promise<never> {
  throw new Error('not written yet');
}
