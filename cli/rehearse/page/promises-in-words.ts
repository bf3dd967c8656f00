import type { Told } from '../../../functions/domain/order/order.ts';
import type { PromiseState } from '../../../functions/domain/order/promises.ts';
import type { Rehearsal } from '../play.ts';
import type { Dates } from './dates.ts';

/** A promise with when it was made and what became of it, for people. */
export interface PromiseInWords {
  /** `to leave the shop by Wed 25 Nov` */
  readonly what: string;
  /** Why something happens when its hour has come in silence. */
  readonly inSilence: string;
  readonly madeAt: number;
  /** The message that made it; the shop's own first promises are in none. */
  readonly told: Told | undefined;
  readonly until: number;
  /** Of how it went: for colour and sign, never colour alone. */
  readonly outcome: 'kept' | 'moved' | 'warned' | 'broken' | 'open';
  /** `moved in time, on Tue 24 Nov, 09:30` */
  readonly became: string;
}

export const signs: { readonly [outcome in PromiseInWords['outcome']]: string } = {
  kept: '✓',
  moved: '→',
  warned: '!',
  broken: '✗',
  open: '…',
};

/** What is promised, and what is said when its hour comes and nobody has told anything. */
const things: {
  readonly [promise: string]:
    | { readonly what: string; readonly inSilence: (by: string, parcel: string) => string }
    | undefined;
} = {
  ship: {
    what: 'to leave the shop by',
    inSilence: (by) => `It was to leave the shop by ${by}, and nobody has said that it did.`,
  },
  deliver: {
    what: 'to arrive by',
    inSilence: (by, parcel) => `${parcel || 'It'} was to arrive by ${by}, and nobody has said that it did.`,
  },
  write: {
    what: 'we write again by',
    inSilence: (by) => `We said that we write again by ${by}, and nobody has told us anything new.`,
  },
  answer: {
    what: 'the problem is answered by',
    inSilence: (by) => `The problem was to be answered by ${by}, and it is not.`,
  },
  refund: {
    what: 'the money is paid back by',
    inSilence: (by) => `The money was to be paid back by ${by}, and nobody has said that it was.`,
  },
};

/** Every promise to the customer, in the order in which they were made. */
export function promisesInWords({ promises, order }: Rehearsal, dates: Dates): PromiseInWords[] {
  return promises
    .map((promise): PromiseInWords => {
      const told = order.told.find((one) => one.promises.some((made) => isSame(made, promise)));
      const made = told?.promises.find((one) => isSame(one, promise)) ?? ownPromise(promise, order.placed);
      const day = promise.promise === 'ship' || promise.promise === 'deliver' ? made?.day : undefined;
      const by = dates.promised({ until: promise.until, day });
      const parcel = promise.parcel === undefined ? '' : `parcel ${promise.parcel}`;
      const thing = things[promise.promise];
      return {
        what: [parcel, thing?.what ?? promise.promise, by].filter((part) => part !== '').join(' '),
        inSilence: thing?.inSilence(by, parcel.replace('p', 'P')) ?? `${promise.promise} by ${by}: nobody has told.`,
        madeAt: told?.at ?? order.placed.at,
        told,
        until: promise.until,
        ...became(promise, dates),
      };
    })
    .toSorted((a, b) => a.madeAt - b.madeAt || a.until - b.until);
}

function isSame(made: Told['promises'][number], { promise, parcel, until }: PromiseState): boolean {
  return (
    made.promise === promise &&
    made.until === until &&
    (parcel === undefined || made.parcel === undefined || made.parcel === parcel)
  );
}

/** The promises of the order itself, as the shop gave them. */
function ownPromise({ until }: PromiseState, { shipBy, deliverBy }: Rehearsal['order']['placed']) {
  return [shipBy, deliverBy].find((own) => own.until === until);
}

function became({ status, warnedAt, until }: PromiseState, dates: Dates): Pick<PromiseInWords, 'outcome' | 'became'> {
  const when = warnedAt === undefined ? '' : dates.moment(warnedAt);
  switch (status) {
    case 'kept':
      return { outcome: 'kept', became: 'kept' };
    case 'moved':
      return { outcome: 'moved', became: `moved to a later day, and said in time: ${when}` };
    case 'open':
      return { outcome: 'open', became: 'still open' };
    default:
      if (warnedAt === undefined) return { outcome: 'broken', became: 'broken without a word' };
      return {
        outcome: 'warned',
        became:
          warnedAt <= until
            ? `not kept, and the customer knew it on ${when}`
            : `not kept; we said so on ${when}, when we knew`,
      };
  }
}
