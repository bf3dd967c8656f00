import type { CaseInHand, CaseSubject } from '../../../messages/letter.ts';
import { goodsOf } from '../order-details.ts';
import { causeOf, hourOf, promisedTime, promoIn, refundIn, written, type Bodies, type Material } from './material.ts';

/** A problem and how it is put right. */
export const caseBodies: Bodies<
  'open-case' | 'apologise-for-wait' | 'announce-progress' | 'announce-settlement' | 'hand-to-staff'
> = {
  'open-case': (material) => about(material),
  'apologise-for-wait': (material) => about(material),
  'announce-progress': (material) => ({ ...about(material), text: textOf(material) }),
  'announce-settlement': (material) => {
    const { subject, owner } = who(material);
    const fact = causeOf(material);
    const outcome = fact?.name === 'outcome' && fact.outcome !== 'in-hand' ? fact.outcome : 'answered';
    return {
      about: subject,
      owner,
      outcome,
      text: textOf(material),
      refund: refundIn(material),
      replacement: replacementIn(material),
      promo: promoIn(material),
    };
  },
  'hand-to-staff': ({ told, settings }) => ({
    owner: told.task?.owner?.name ?? settings.signatory.name,
    callBy: { instant: told.task?.dueAt ?? told.at },
  }),
};

function about(material: Material): CaseInHand & { about: CaseSubject } {
  const { subject, owner } = who(material);
  return { about: subject, owner, answerBy: answerBy(material) };
}

/** The case that a message opens, or adds to. */
export function caseInHand(material: Material): CaseInHand | undefined {
  if (material.told.case === undefined) return undefined;
  return { owner: who(material).owner, answerBy: answerBy(material) };
}

function who({ told, reading, settings }: Material): { subject: CaseSubject; owner: string } {
  const one = reading.cases.find(({ id }) => id === told.case?.id);
  return {
    subject: (told.case?.about ?? 'other') as CaseSubject,
    owner: one?.owner?.name ?? told.task?.owner?.name ?? settings.signatory.name,
  };
}

function answerBy({ told, reading }: Material): CaseInHand['answerBy'] {
  const made = told.promises.find(({ promise }) => promise === 'answer');
  if (made !== undefined) return made.day === undefined ? hourOf(made) : promisedTime(made);
  return { instant: reading.cases.find(({ id }) => id === told.case?.id)?.until ?? told.at };
}

const textOf = ({ details, told }: Material): string => written(details, told.cause, 'text') ?? '';

function replacementIn({ told, placed }: Material) {
  const ship = told.promises.find(({ promise }) => promise === 'ship');
  const deliver = told.promises.find(({ promise }) => promise === 'deliver');
  if (ship === undefined) return undefined;
  return {
    goods: goodsOf(ship.lines ?? [], placed),
    leavesBy: promisedTime(ship),
    // What is collected is with the customer whenever they fetch it.
    withYouBy: promisedTime(deliver ?? ship),
  };
}
