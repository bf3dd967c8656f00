import type * as z from 'zod/mini';
import { dayOf } from '../../../functions/domain/calendar/calendar.ts';
import { outcomeBody, outcomeDraft } from '../../../functions/domain/told-to-us/outcome.ts';
import { shipmentBody, shipmentDraft } from '../../../functions/domain/told-to-us/shipment.ts';
import { travel } from './travelling.ts';
import { completionBody, completionDraft } from '../../../functions/domain/told-to-us/completion.ts';
import type { Chance, Weighted } from '../chance.ts';
import { canary } from '../judging/canaries.ts';
import { day, hour, minute, type Life } from '../life.ts';

/** A staff task as it lands with the shop's people: new, or raised a level. */
export interface Landed {
  readonly task: string;
  readonly level: number;
  readonly at: number;
  readonly dueAt: number;
  readonly why: string;
  /** That it is about, if any. */
  readonly case: string | undefined;
}

type Working = (life: Life, landed: Landed, chance: Chance) => void;

/** What staff do about a task. */
export function workOn(life: Life, landed: Landed): void {
  const chance = life.chance(`work on ${landed.task} at level ${landed.level}`);
  const ways = landed.why === 'answer-case' && landed.case !== undefined ? withACase : withATask;
  chance.oneOf(ways)(life, landed, chance);
}

const withATask: readonly Weighted<Working>[] = [
  [75, inTime],
  [10, late],
  [15, () => {}],
];

/** A case ends with what a person says about it, or with its task alone. */
const withACase: readonly Weighted<Working>[] = [
  [30, says('answered')],
  [20, says('refund')],
  [20, says('replacement')],
  [10, says('in-hand')],
  [8, inTime],
  [4, late],
  [8, () => {}],
];

type Outcome = z.input<typeof outcomeBody>['outcome'];

function says(outcome: Outcome): Working {
  return (life, landed, chance) => {
    const at = chance.between(landed.at + minute, landed.dueAt + (chance.inHundred(15) ? day : 0));
    const until = at + chance.between(day, 4 * day);
    const body = outcomeBody.parse({
      case: landed.case!,
      outcome,
      text: `We have looked into it, ${canary}.`,
      until: chance.inHundred(60) ? dayOf(life.shop.settings.zone, until) : undefined,
      promo: chance.inHundred(20),
    });
    life.tell(at, (telling) => outcomeDraft(body, telling));
    if (outcome === 'in-hand') says('answered')(life, { ...landed, at, dueAt: until }, chance);
    if (outcome === 'replacement') shipAgain(life, `again-${landed.task.replaceAll('.', '-')}`, until, chance);
  };
}

function shipAgain(life: Life, parcel: string, until: number, chance: Chance): void {
  const at = until + chance.between(-day, chance.inHundred(20) ? 5 * day : 0);
  const body = shipmentBody.parse({ parcel });
  life.tell(at, (telling) => shipmentDraft(body, telling));
  travel(life, parcel, at);
}

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
