import * as z from 'zod/mini';
import { catch as otherwise } from 'zod/mini';
import { formatFor } from '../../../messages/format.ts';
import { instantOf } from '../instants.ts';
import { isOnThePage } from '../counter.ts';
import type { Rehearsal, ToldFact } from '../play.ts';
import { datesIn } from './dates.ts';

/** A fact as a shop owner would tell it. */
export interface FactInWords {
  readonly who: 'shop' | 'customer' | 'staff';
  /** `The customer, by phone` */
  readonly teller: string;
  readonly what: string;
  /** What somebody said or wrote, in their own words. */
  readonly quote?: string | undefined;
}

const ifFit = <Schema extends z.ZodMiniType>(schema: Schema) => otherwise(z.optional(schema), undefined);
const words = ifFit(z.string());
const money = ifFit(z.object({ amount: z.int(), currency: z.string() }));
const shares = ifFit(z.array(z.object({ id: z.string(), quantity: z.int() })));

/** Of any body what can be said of it; the API has judged it already. */
const bodySchema = z.object({
  about: words,
  amount: money,
  by: words,
  carrier: words,
  case: words,
  choice: words,
  code: words,
  deliverBy: words,
  fact: words,
  kind: words,
  lines: shares,
  means: words,
  note: words,
  of: words,
  outcome: words,
  parcel: words,
  pickup: ifFit(z.object({ name: z.string() })),
  promo: ifFit(z.boolean()),
  reason: words,
  replacement: ifFit(z.object({ title: z.string() })),
  restockOn: words,
  task: words,
  text: words,
  to: words,
  trackingNumber: words,
  until: words,
  word: words,
});
type Body = z.infer<typeof bodySchema>;

type Say = (
  body: Body,
  write: {
    readonly goods: (lines: Body['lines']) => string;
    readonly day: (given: string | undefined) => string;
    readonly sum: (given: Body['amount']) => string;
  },
) => Pick<FactInWords, 'what' | 'quote'>;

/** By the last word of the call that told it (api.md). */
const says: { readonly [call: string]: Say | undefined } = {
  shipments: ({ parcel, carrier, trackingNumber, lines, deliverBy }, { goods, day }) => ({
    what: sentence(
      `Parcel ${parcel} left`,
      carrier && `with ${[carrier, trackingNumber].filter(Boolean).join(' ')}`,
      lines && `with ${goods(lines)} in it`,
      deliverBy && `to arrive by ${day(deliverBy)}`,
    ),
  }),
  deliveries: ({ parcel, to }) => ({
    what: `Parcel ${parcel} was delivered${to === 'neighbour' ? ' to a neighbour' : ''}`,
  }),
  delays: ({ of, parcel, code, reason, until }, { day }) => ({
    what: sentence(
      of === 'shipment'
        ? 'The order leaves later'
        : `${parcel === undefined ? 'It' : `Parcel ${parcel}`} arrives later`,
      until === undefined ? 'no new day known' : `new day: ${day(until)}`,
      code && `cause: ${code}`,
    ),
    quote: reason,
  }),
  words: ({ word, about, parcel, text }) => ({
    what: sentence(said[word ?? ''] ?? String(word), about && `about: ${about}`, parcel && `parcel ${parcel}`),
    quote: text,
  }),
  'stock-outs': ({ lines, restockOn, replacement }, { goods, day }) => ({
    what: sentence(
      `Out of stock: ${goods(lines)}`,
      restockOn && `back on ${day(restockOn)}`,
      replacement && `instead there is ${replacement.title}`,
    ),
  }),
  incidents: ({ parcel, kind, note, pickup }) => ({
    what: sentence(`Parcel ${parcel} ${happened[kind ?? ''] ?? kind}`, pickup && `at ${pickup.name}`),
    quote: note,
  }),
  choices: ({ choice, lines }, { goods }) => ({
    what: sentence(chosen[choice ?? ''] ?? String(choice), lines && goods(lines)),
  }),
  cancellations: ({ reason, lines }, { goods }) => ({
    what: lines === undefined ? 'The whole order is cancelled' : `Cancelled: ${goods(lines)}`,
    quote: reason,
  }),
  refunds: ({ amount, means }, { sum }) => ({ what: sentence(`${sum(amount)} was paid back`, means && `by ${means}`) }),
  outcomes: ({ case: id, outcome, text, until, amount, promo }, { day, sum }) => ({
    what: sentence(
      `${id}: ${decided[outcome ?? ''] ?? outcome}`,
      amount && sum(amount),
      until && `until ${day(until)}`,
      promo && 'with a thank-you discount',
    ),
    quote: text,
  }),
  corrections: ({ fact, reason }) => ({ what: `Taken back, it was a mistake: ${fact}`, quote: reason }),
  completions: ({ task, note }) => ({ what: `Task ${task} is done`, quote: note }),
};

const said: { readonly [word: string]: string | undefined } = {
  received: '“I have it”',
  'not-yet': '“It has not come yet”',
  problem: '“Something is wrong”',
  question: '“I have a question”',
};
const happened: { readonly [kind: string]: string | undefined } = {
  'failed-attempt': 'could not be handed over: nobody was there',
  'held-at-pickup': 'waits to be collected',
  customs: 'is held at the customs',
  damaged: 'was damaged on the way',
  lost: 'is lost',
  returned: 'comes back to the shop',
  refused: 'was refused at the door',
};
const chosen: { readonly [choice: string]: string | undefined } = {
  wait: '“I will wait”',
  replace: '“Send me the replacement”',
  'cancel-items': '“Leave these out”',
  'cancel-order': '“Cancel the order”',
  call: '“Please call me”',
};
const decided: { readonly [outcome: string]: string | undefined } = {
  refund: 'the customer gets money back',
  replacement: 'a new parcel goes out',
  answered: 'the customer has an answer',
  'in-hand': 'somebody is working on it',
};

/** What was told, in words. */
export function inWords(fact: ToldFact, { story, placed, order }: Rehearsal): FactInWords {
  const { zone } = story.settings;
  const dates = datesIn(zone);
  const format = formatFor('en', zone, fact.at);
  const body = bodySchema.parse(fact.body);
  const titleOf = (id: string): string => placed.lines.find((line) => line.id === id)?.title ?? id;
  const write = {
    goods: (lines: Body['lines'] = []) => lines.map(({ id, quantity }) => `${quantity} × ${titleOf(id)}`).join(', '),
    day: (given: string | undefined) => {
      const instant = given === undefined ? undefined : instantOf(given, zone);
      if (instant !== undefined) return dates.moment(instant);
      return dates.shortDay(Date.parse(`${given}T12:00:00Z`));
    },
    sum: (given: Body['amount']) => (given === undefined ? 'Money' : format.money(given)),
  };
  if (fact.call === 'orders')
    return { who: 'shop', teller: 'The shop', what: `${placed.customer.name} placed the order ${order.placed.number}` };
  const { what, quote } = says[fact.call]?.(body, write) ?? { what: `${fact.call} was told` };
  return { ...tellerOf(fact, body), what, quote: quote === '' ? undefined : quote };
}

function tellerOf({ call, body }: ToldFact, { by }: Body): Pick<FactInWords, 'who' | 'teller'> {
  if (isOnThePage(call, body)) return { who: 'customer', teller: 'The customer, on the page behind the mail' };
  if (call === 'words') return { who: 'customer', teller: `The customer, by ${by}` };
  if (call === 'choices') return { who: 'customer', teller: 'The customer' };
  if (call === 'completions' || call === 'corrections') return { who: 'staff', teller: by ?? 'Staff' };
  if (call === 'outcomes') return { who: 'staff', teller: 'Staff' };
  if (call === 'cancellations' && by === 'customer') return { who: 'customer', teller: 'The customer, to the shop' };
  return { who: 'shop', teller: 'The shop' };
}

function sentence(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ');
}
