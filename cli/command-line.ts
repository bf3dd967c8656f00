/** What was asked for on the command line makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What a reader of a command line makes of it, or what it finds wrong with it. */
export function understood<Wanted>(read: () => Wanted): Wanted | UsageError {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The option `--name`, or what is usual where it is not given. @throws UsageError */
export function wholeNumber(
  name: string,
  text: string | undefined,
  usual: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${text}".`);
}
