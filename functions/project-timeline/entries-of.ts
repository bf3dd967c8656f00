import { recorded, type Order, type Told } from '../domain/order/order.ts';
import { struckIn } from '../domain/order/struck.ts';
import { iso, placeOfTold, type Entry, type Placed } from './entry.ts';
import { entryOfFact } from './fact-entry.ts';

/**
 * What changed on the timeline between two versions of an order. Facts that came before their order appear with it:
 * only then is it known whose they are.
 */
export function entriesChanged(before: Order | undefined, after: Order): Placed[] {
  if (recorded(after) === undefined) return [];
  const earlier = before !== undefined && recorded(before) !== undefined ? before : undefined;
  const old = new Map(
    (earlier === undefined ? [] : entriesOf(earlier)).map(({ id, entry }) => [id, JSON.stringify(entry)]),
  );
  const now = entriesOf(after);
  const kept = new Set(after.told.map(({ key }) => key));
  const withdrawn = (earlier?.told ?? [])
    .filter(({ key }) => !kept.has(key))
    .map((told) => withdrawnEntry(after, told));
  return [...now.filter(({ id, entry }) => old.get(id) !== JSON.stringify(entry)), ...withdrawn];
}

/** Of the facts as they were told: those that were taken back are still there. */
function entriesOf(order: Order): Placed[] {
  const struck = struckIn(order);
  return [
    ...order.facts.map((fact) => entryOfFact(order, fact, struck)),
    ...order.told.flatMap((told) => entriesOfTold(order, told)),
  ];
}

/** What was promised to the customer; the rest is how long we wait ourselves (api.md). */
const promised: readonly string[] = ['ship', 'deliver', 'answer', 'refund', 'write'];

function entriesOfTold(order: Order, told: Told): Placed[] {
  const id = placeOfTold(order.order, told.key);
  const common = { at: iso(told.at), learnedAt: iso(told.at), order: order.order };
  const message: Placed = {
    id,
    entry: {
      ...common,
      kind: 'message',
      name: told.message,
      sent: told.sesId !== undefined,
      why:
        told.unsent ??
        (told.resent === undefined ? undefined : 'sent again: nobody could tell whether the first went out'),
      detail: messageDetail(told),
    },
  };
  const promises = told.promises
    .filter(({ promise }) => promised.includes(promise))
    .map((made, index): Placed => ({
      id: `${id}#promise-${index}`,
      entry: {
        ...common,
        kind: 'promise',
        name: made.promise,
        detail: { parcel: made.parcel, until: iso(made.until) },
      },
    }));
  if (told.task === undefined) return [message, ...promises];
  const { task, why, dueAt, level, owner } = told.task;
  const opened: Placed = {
    id: `${id}#task`,
    entry: { ...common, kind: 'task', name: why, by: owner?.name, detail: { task, level, dueAt: iso(dueAt) } },
  };
  return [message, ...promises, opened];
}

function messageDetail({ promo, covers, again }: Told): Entry['detail'] {
  if (again !== undefined) return { again };
  if (promo !== undefined && 'leftOut' in promo)
    return { parcels: covers, promo: `${promo.held === undefined ? 'left out' : 'held back'}: ${promo.leftOut}` };
  if (promo !== undefined) return { parcels: covers, promo: promo.code ?? 'offered' };
  return covers.length > 0 ? { parcels: covers } : undefined;
}

function withdrawnEntry(order: Order, told: Told): Placed {
  const [message] = entriesOfTold(order, told);
  return { id: message!.id, entry: { ...message!.entry, sent: false, why: 'the mail was refused; it is tried again' } };
}
