/** The same things in their order, so many at a time. */
export async function* inBatches<T>(things: AsyncIterable<T>, most: number): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const thing of things) {
    batch.push(thing);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
