import type { LifeRecord } from './record.ts';

/**
 * Stories that are known to go wrong and not mended yet, so that the search finds others. Each says what a customer
 * would see. Mend one, and its entry goes.
 */
interface Spared {
  readonly story: string;
  readonly matches: RegExp;
  readonly where?: (record: LifeRecord) => boolean;
}

const told = ({ order }: LifeRecord, message: string): number =>
  (order?.told ?? []).filter((one) => one.message === message).length;

export const spared: readonly Spared[] = [
  {
    story: 'a trace ends in a second case while one is open: only the first has a clock',
    matches: /^warnedInTime: answer /,
    where: (record) => told(record, 'open-case') > 1,
  },
  {
    story: 'a trace ends in a second case while one is open',
    matches: /^oneCaseAtATime: open-case:trace-parcel:/,
  },
  {
    story: 'who told us that they have everything is warned when the shop says that shipping is late',
    matches: /^nothingUntrue: warned that it would leave late, though the customer has it$/,
  },
  {
    story: 'a trace of a parcel that was received once, or is in the hands of staff, comes to nothing',
    matches: /^warnedInTime: write trace /,
  },
  {
    story: 'a "not yet" that waited for its parcel is taken up after the customer has said that they have it',
    matches: /^nothingUntrue: traced p\d, which the customer has$/,
  },
  {
    story: 'a parcel that joined a case before it was told to have left is announced with a day that nobody watches',
    matches: /^warnedInTime: (deliver|write delivery) /,
    where: (record) => told(record, 'open-case') > 0,
  },
];

/** What is broken and not known to be. */
export function notSpared(broken: readonly string[], record: LifeRecord): string[] {
  return broken.filter((what) => sparedAs(what, record) === undefined);
}

export function sparedAs(what: string, record: LifeRecord): string | undefined {
  return spared.find(({ matches, where }) => matches.test(what) && (where?.(record) ?? true))?.story;
}
