import type { Fact, OutcomeFact, WordFact } from './facts.ts';
import type { OpenedTask, RecordedOrder, Told } from './order.ts';

/** A problem being put right: who has it, since when, and by when the customer hears. */
export interface Case {
  readonly id: string;
  readonly about: string;
  readonly opened: Told;
  readonly parcels: readonly string[];
  readonly owner: OpenedTask['owner'] | undefined;
  /** The task of whoever has it in hand, as last raised. */
  readonly task: OpenedTask | undefined;
  /** By when it is answered, as last promised. */
  readonly until: number;
  readonly reminded: boolean;
  readonly apologies: number;
  /** How it ended; absent while it is open. */
  readonly ended?:
    | 'arrived'
    | 'done-by-staff'
    | 'handed-to-staff'
    | Exclude<OutcomeFact['outcome'], 'in-hand'>
    | undefined;
  /** When we learned that it had. */
  readonly endedAt?: number | undefined;
}

/** Only a message that opens a case says so; earlier releases knew one message that did. */
const opens = (told: Told): boolean => told.case !== undefined && (told.case.opens ?? told.message === 'open-case');

export function casesOf(order: RecordedOrder): Case[] {
  return order.told.flatMap((opened, index) => {
    if (!opens(opened)) return [];
    const { id, about } = opened.case!;
    const later = order.told.slice(index + 1);
    const ofCase = [opened, ...later.filter((told) => told.case?.id === id)];
    const answers = ofCase.flatMap((told) => told.promises.filter((made) => made.promise === 'answer'));
    return [
      {
        id,
        about,
        opened,
        parcels: parcelsInCase(order, id),
        owner: opened.task?.owner,
        task: ofCase.findLast(({ task }) => task !== undefined)?.task,
        until: answers.at(-1)?.until ?? opened.at,
        reminded: ofCase.some((told) => told.message === 'remind-staff'),
        apologies: ofCase.filter((told) => told.message === 'apologise-for-wait').length,
        ...endOf(order, opened, later, ofCase),
      },
    ];
  });
}

/** The id of the case that a message opens: one that was taken back keeps its number. */
export function nextCaseId({ told }: RecordedOrder): string {
  return `case-${new Set(told.flatMap(({ caseNumber, case: of }) => caseNumber ?? of?.id ?? [])).size + 1}`;
}

function endOf(
  order: RecordedOrder,
  opened: Told,
  later: readonly Told[],
  ofCase: readonly Told[],
): Pick<Case, 'ended' | 'endedAt'> {
  const tasks = ofCase.flatMap((told) => (told.task === undefined ? [] : [told.task.task]));
  for (const fact of order.facts.slice(opened.seen)) {
    const ended = endBy(fact, opened, tasks);
    if (ended !== undefined) return { ended, endedAt: fact.learnedAt };
  }
  const handedOver = later.find((told) => told.message === 'hand-to-staff');
  return handedOver === undefined ? {} : { ended: 'handed-to-staff', endedAt: handedOver.at };
}

function endBy(fact: Fact, opened: Told, tasks: readonly string[]): Case['ended'] {
  if (fact.name === 'word' && fact.word === 'received' && findsWhatWasMissing(fact, opened)) return 'arrived';
  if (fact.name === 'completion' && tasks.includes(fact.task)) return 'done-by-staff';
  if (fact.name !== 'outcome' || fact.case !== opened.case!.id || fact.outcome === 'in-hand') return undefined;
  return fact.outcome;
}

/** "Received" ends a case about something missing; in any other case it waits until that case has ended. */
function findsWhatWasMissing(word: WordFact, opened: Told): boolean {
  const { about, parcels } = opened.case!;
  return about === 'missing' && (word.parcel === undefined || parcels.includes(word.parcel));
}

/** The parcels that a case takes care of: those it was opened for, and those that joined it. */
export function parcelsInCase(order: RecordedOrder, id: string): string[] {
  const named = order.told.flatMap((told) => (told.case?.id === id ? told.case.parcels : []));
  const joined = order.facts.flatMap((fact, index) =>
    fact.name === 'word' && fact.word === 'not-yet' && order.fates[fact.id] === joins(id)
      ? parcelsConcernedBy(order, fact, index)
      : [],
  );
  return [...new Set([...named, ...joined])];
}

/** The fate by which an earlier release let a "not yet" add to a case that was open. */
export const joins = (caseId: string): string => `joins ${caseId}`;

/** A word that names no parcel is about every parcel that had left by then. */
export function parcelsConcernedBy({ facts }: RecordedOrder, word: WordFact, index: number): string[] {
  if (word.parcel !== undefined) return [word.parcel];
  return facts
    .slice(0, index)
    .flatMap((fact) => (fact.name === 'shipment' || fact.name === 'delivery' ? [fact.parcel] : []));
}
