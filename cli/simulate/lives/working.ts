import { completionBody, completionDraft } from '../../../functions/domain/told-to-us/completion.ts';
import type { Chance, Weighted } from '../chance.ts';
import { day, hour, minute, type Life } from '../life.ts';

/** A staff task as it lands with the shop's people: new, or raised a level. */
export interface Landed {
  readonly task: string;
  readonly level: number;
  readonly at: number;
  readonly dueAt: number;
}

type Working = (life: Life, landed: Landed, chance: Chance) => void;

/** What staff do about a task. */
export function workOn(life: Life, landed: Landed): void {
  const chance = life.chance(`work on ${landed.task} at level ${landed.level}`);
  chance.oneOf(ways)(life, landed, chance);
}

const ways: readonly Weighted<Working>[] = [
  [75, inTime],
  [10, late],
  [15, () => {}],
];

function inTime(life: Life, landed: Landed, chance: Chance): void {
  complete(life, landed, chance.between(landed.at + minute, Math.max(landed.dueAt, landed.at + hour)));
}

function late(life: Life, landed: Landed, chance: Chance): void {
  complete(life, landed, landed.dueAt + chance.between(minute, 3 * day));
}

function complete(life: Life, { task }: Landed, at: number): void {
  const body = completionBody.parse({ by: 'Hugo Blanc' });
  life.tell(at, (telling) => completionDraft(task, body, telling));
}
