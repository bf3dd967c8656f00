import { createHash } from 'node:crypto';
import type { Fact, OrderFact, WordFact } from '../../../functions/domain/order/facts.ts';
import type { Made } from '../../../functions/domain/order/order.ts';
import { heals, type Disturbance } from '../chaos/faults.ts';
import type { LifeRecord, Said } from '../record.ts';

/** What the invariants need to know of a life, reckoned on their own: nothing here asks a function under test. */

/** One of the charter's invariants: what is broken, in words; nothing where it holds. */
export type Invariant = (record: LifeRecord) => string[];

const tagOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);
const tags = new Map<string, string>();

/** The tag by which SES's events know a message again. */
export function keyTagOf(key: string): string {
  const known = tags.get(key) ?? tagOf(key);
  if (tags.size > 5000) tags.clear();
  tags.set(key, known);
  return known;
}

/** Where several things fall due or are told in the same second, the execution takes a breath of a second for each. */
export const crowdMs = 6000;

const saidIn = new WeakMap<LifeRecord, Said[]>();

/** Everything that was said: claimed, and mailed or recorded as not to be mailed. In the order of the claims. */
export function said(record: LifeRecord): Said[] {
  const known = saidIn.get(record);
  if (known !== undefined) return known;
  const found = record.claims.flatMap(({ told, at }, index): Said[] => {
    if (told.unsent !== undefined) return [{ told, at, mails: [] }];
    const next = record.claims.slice(index + 1).find((later) => later.told.key === told.key);
    const tag = keyTagOf(told.key);
    const mails = record.mails.filter(
      (mail) => mail.tags['key'] === tag && mail.at >= at && mail.at < (next?.at ?? Number.POSITIVE_INFINITY),
    );
    return mails[0] === undefined ? [] : [{ told, at: mails[0].at, mails }];
  });
  saidIn.set(record, found);
  return found;
}

/** The facts that we had accepted by then. */
export function factsBy(record: LifeRecord, instant: number): Fact[] {
  return record.facts.filter(({ at }) => at <= instant).map(({ fact }) => fact);
}

/**
 * Parcels, delays and words alone, of an order that is sent and need not be paid first: no decision that changes what is
 * to leave, or what was told.
 */
export function isPlain({ facts, placed }: LifeRecord): boolean {
  if (placed?.payment === 'awaited' || placed?.kind === 'collect' || placed?.kind === 'none') return false;
  return facts.every(({ fact }) => plain.includes(fact.name));
}
const plain: readonly string[] = ['order', 'shipment', 'delivery', 'delay', 'word', 'completion'];

/** The same invariant, for lives that the judge's own reckoning of parcels and cases covers. */
export const ofPlainLives =
  (holds: Invariant): Invariant =>
  (record) =>
    isPlain(record) ? holds(record) : [];

/** How many pieces have not left, as these facts have it: a parcel without lines carries all that no other names. */
export function piecesLeft(placed: OrderFact, facts: readonly Fact[]): number {
  const left = new Map(placed.lines.filter(({ ships }) => ships).map(({ id, quantity }) => [id, quantity]));
  const shipments = facts.filter((fact) => fact.name === 'shipment');
  const isWhole = (parcel: string): boolean =>
    shipments.findLast((shipment) => shipment.parcel === parcel)?.lines === undefined;
  for (const fact of facts) {
    if (fact.name !== 'shipment' && fact.name !== 'delivery') continue;
    if (isWhole(fact.parcel)) return 0;
    if (fact.name === 'delivery') continue;
    for (const { id, quantity } of fact.lines ?? []) left.set(id, Math.max(0, (left.get(id) ?? 0) - quantity));
  }
  return [...left.values()].reduce((sum, quantity) => sum + quantity, 0);
}

const travels = (fact: Fact): boolean => fact.name === 'shipment' || fact.name === 'delivery';

/** The customer has all of it though nobody had told us of a parcel. */
export function hasItAll(facts: readonly Fact[]): boolean {
  const first = facts.findIndex(travels);
  const before = first === -1 ? facts : facts.slice(0, first);
  return before.some((fact) => fact.name === 'word' && fact.word === 'received' && fact.parcel === undefined);
}

/** Whether a word is about a parcel: it names it, or names none when that parcel had been told. */
export function isAbout(word: WordFact, parcel: string, facts: readonly Fact[]): boolean {
  if (word.parcel !== undefined) return word.parcel === parcel;
  const before = facts.slice(0, facts.indexOf(word)).filter(travels);
  if (before.length === 0) return word.word === 'received';
  return before.some((fact) => 'parcel' in fact && fact.parcel === parcel);
}

export function wordsAbout(parcel: string, word: WordFact['word'], facts: readonly Fact[]): WordFact[] {
  return facts.filter(
    (fact): fact is WordFact => fact.name === 'word' && fact.word === word && isAbout(fact, parcel, facts),
  );
}

/** The customer's last word about a parcel is that they have it. */
export function has(parcel: string, facts: readonly Fact[]): boolean {
  const words = facts.filter(
    (fact): fact is WordFact => fact.name === 'word' && fact.word !== 'question' && isAbout(fact, parcel, facts),
  );
  return words.at(-1)?.word === 'received';
}

export const isDelivered = (parcel: string, facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.name === 'delivery' && fact.parcel === parcel);

/**
 * Until when what is due at that instant may be late: a second; but as long as something is broken, or was until just
 * before, until it has healed (chaos/faults.ts says how long each fault may show, and why).
 */
export function latest(record: LifeRecord, due: number): number {
  const marginMs = 1000;
  let until = due + marginMs;
  for (let moved = true; moved;) {
    moved = false;
    for (const disturbance of record.disturbances) {
      const healed = healedBy(disturbance, record) + marginMs;
      if (disturbance.from <= until && healed > until) {
        until = healed;
        moved = true;
      }
    }
  }
  return until;
}

/** No sweep finds a dead execution while the workflow service answers nobody: the first one after that does. */
function healedBy({ kind, until }: Disturbance, { disturbances }: LifeRecord): number {
  if (kind !== 'killed') return until;
  const outages = disturbances.filter((other) => other.kind === 'workflow-down' && other.from <= until);
  return Math.max(until, ...outages.map((outage) => outage.until + heals.unheard));
}

export function clockOf(zone: string, instant: number): string {
  return new Date(instant).toLocaleTimeString('sv-SE', { timeZone: zone });
}

export interface MadeBy {
  readonly made: Made;
  /** When it was made: when the mail went out. */
  readonly at: number;
  /** When it was judged to be true: what was learned from then on may keep it. */
  readonly claimedAt: number;
  readonly key: string | undefined;
  readonly covers: readonly string[];
  readonly caseId: string | undefined;
}

/** Every promise that was made to the customer, by the order itself and by what was said. */
export function promisesMade(record: LifeRecord): MadeBy[] {
  const { placed } = record;
  if (placed === undefined || placed.history) return [];
  const learnedAt = record.facts.find(({ fact }) => fact === placed)!.at;
  const ships = placed.lines.some((line) => line.ships);
  const own: MadeBy = {
    made: { promise: 'ship', ...placed.shipBy },
    at: learnedAt,
    claimedAt: learnedAt,
    key: undefined,
    covers: [],
    caseId: undefined,
  };
  const given = said(record).flatMap(({ told, at }) =>
    told.promises.map((made) => ({
      made,
      at,
      claimedAt: told.at,
      key: told.key,
      covers: told.covers,
      caseId: told.case?.id,
    })),
  );
  return ships ? [own, ...given] : given;
}
