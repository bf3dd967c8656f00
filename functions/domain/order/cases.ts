import type { WordFact } from './facts.ts';
import type { OpenedTask, RecordedOrder, Told } from './order.ts';

/** A problem being put right: who has it, since when, and by when the customer hears. */
export interface Case {
  readonly id: string;
  readonly about: string;
  readonly opened: Told;
  readonly parcels: readonly string[];
  readonly owner: OpenedTask['owner'] | undefined;
  /** By when it is answered, as last promised. */
  readonly until: number;
  readonly reminded: boolean;
  readonly apologies: number;
  /** How it ended; absent while it is open. */
  readonly ended?: 'arrived' | 'done-by-staff' | 'handed-to-staff' | undefined;
}

export function casesOf(order: RecordedOrder): Case[] {
  return order.told.flatMap((opened, index) => {
    if (opened.message !== 'open-case' || opened.case === undefined) return [];
    const { id, about, parcels } = opened.case;
    const later = order.told.slice(index + 1);
    const ofCase = [opened, ...later.filter((told) => told.case?.id === id)];
    const answers = ofCase.flatMap((told) => told.promises.filter((made) => made.promise === 'answer'));
    return [
      {
        id,
        about,
        opened,
        parcels,
        owner: opened.task?.owner,
        until: answers.at(-1)?.until ?? opened.at,
        reminded: later.some((told) => told.message === 'remind-staff' && told.case?.id === id),
        apologies: later.filter((told) => told.message === 'apologise-for-wait' && told.case?.id === id).length,
        ended: endOf(order, opened, later, ofCase),
      },
    ];
  });
}

function endOf(order: RecordedOrder, opened: Told, later: readonly Told[], ofCase: readonly Told[]): Case['ended'] {
  const tasks = ofCase.flatMap((told) => (told.task === undefined ? [] : [told.task.task]));
  for (const fact of order.facts.slice(opened.seen)) {
    if (fact.name === 'word' && fact.word === 'received' && findsWhatWasMissing(fact, opened)) return 'arrived';
    if (fact.name === 'completion' && tasks.includes(fact.task)) return 'done-by-staff';
  }
  return later.some((told) => told.message === 'hand-to-staff') ? 'handed-to-staff' : undefined;
}

/** "Received" ends a case about something missing; in any other case it waits until that case has ended. */
function findsWhatWasMissing(word: WordFact, opened: Told): boolean {
  const { about, parcels } = opened.case!;
  return about === 'missing' && (word.parcel === undefined || parcels.includes(word.parcel));
}
