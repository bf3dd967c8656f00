import type { MessageName, Particulars } from '../../../messages/letter.ts';
import { restingOn } from '../../domain/order/calls/decisions.ts';
import { isPaid } from '../../domain/order/changes.ts';
import type { Share } from '../../domain/order/facts.ts';
import { without } from '../../domain/order/quantities.ts';
import { goodsOf } from '../order-details.ts';
import { caseInHand } from './cases.ts';
import { nextStepBy } from './delivery.ts';
import {
  causeOf,
  deliveryOf,
  hourOf,
  moneyOf,
  paymentToCome,
  promisedTime,
  refundIn,
  written,
  type Bodies,
  type Material,
} from './material.ts';

/** Stock-outs, cancellations, money, and what was said by mistake. */
export const decisionBodies: Bodies<
  | 'warn-out-of-stock'
  | 'confirm-cancellation'
  | 'confirm-change'
  | 'remind-payment'
  | 'announce-refund'
  | 'escalate-refund'
  | 'correct-what-we-said'
> = {
  'warn-out-of-stock': (material) => {
    const { told, reading, placed, order } = material;
    const { lines, choices, waitUntil, replaceUntil } = told.stock!;
    const by = told.promises.find(({ promise }) => promise === 'word');
    return {
      lines: goodsOf(lines, placed),
      rest: goodsOf(without(reading.stillToLeave, lines), placed),
      choices,
      waitUntil: waitUntil && promisedTime(waitUntil),
      replacement: replaceUntil && {
        titles: replacements(material, lines),
        leavesBy: promisedTime(replaceUntil),
      },
      answerBy: by === undefined ? { instant: told.at } : hourOf(by),
      again: !order.facts.some(({ id }) => id === told.cause),
    };
  },
  'confirm-cancellation': (material) => cancellation(material),
  'confirm-change': (material) => changeIn(material),
  'remind-payment': (material) => ({
    toPay: paymentToCome(material)!,
    failed: causeOf(material)?.name === 'payment',
  }),
  'announce-refund': (material) => {
    const fact = causeOf(material);
    const refund = fact?.name === 'refund' ? fact : undefined;
    return {
      amount: moneyOf(refund?.amount ?? 0, material.placed),
      means: written(material.details, fact?.id, 'means'),
      refundedAt: fact?.at ?? material.told.at,
      rest: refundIn(material),
    };
  },
  'escalate-refund': (material) => {
    const { told, order, settings } = material;
    return {
      refund: refundIn(material)!,
      owner: told.task?.owner?.name ?? settings.signatory.name,
      times: order.told.filter(({ message }) => message === 'escalate-refund').length,
    };
  },
  'correct-what-we-said': ({ told, order, details, reading, placed }) => {
    const taken = order.facts.filter((fact) => fact.name === 'correction' && order.fates[fact.id] === told.key);
    const said = taken.flatMap((fact) => (fact.name === 'correction' ? (restingOn(fact, order) ?? []) : []));
    return {
      said: [...new Set(said)].map(({ message, at }) => ({ message: message as MessageName, at })),
      reason: written(details, told.cause, 'reason'),
      toCome: [
        ...goodsOf(reading.stillToLeave, placed),
        ...reading.underWay.flatMap((parcel) => goodsOf(parcel.lines, placed)),
      ],
      toComeBy: nextStepBy(reading),
    };
  },
};

function changeIn(material: Material): Particulars['confirm-change'] {
  const { placed, told, order } = material;
  const fact = causeOf(material);
  const changed = fact?.name === 'change' ? fact : undefined;
  const [ship, deliver] = (['ship', 'deliver'] as const).map((kind) =>
    told.promises.find(({ promise }) => promise === kind),
  );
  const travels = order.placed.lines.some(({ ships }) => ships);
  return {
    changed: [
      ...(changed?.lines === undefined ? [] : (['lines'] as const)),
      ...(changed?.total === undefined ? [] : (['total'] as const)),
      ...(changed?.movesDelivery === true ? (['delivery'] as const) : []),
      ...(travels && changed?.shipBy !== undefined ? (['ship-by'] as const) : []),
      ...(travels && (changed?.deliverBy ?? deliver) !== undefined ? (['deliver-by'] as const) : []),
    ],
    lines: goodsOf(order.placed.lines, placed),
    total: placed.total,
    delivery: deliveryOf(material),
    recipient: placed.recipient?.name,
    shipBy: ship && promisedTime(ship),
    deliverBy: deliver && promisedTime(deliver),
    refund: refundIn(material),
    toPay: paymentToCome(material),
  };
}

/** What the shop offers in place of these lines. */
function replacements({ details, reading }: Material, lines: readonly Share[]): string[] {
  const facts = reading.ledger.out.filter(({ line }) => lines.some(({ id }) => id === line.id)).map(({ fact }) => fact);
  return [...new Set(facts)].flatMap(({ id }) => {
    const replacement = details.get(id)?.['replacement'] as { title?: string } | undefined;
    return replacement?.title ?? [];
  });
}

function cancellation(material: Material): Particulars['confirm-cancellation'] {
  const { reading, placed, details, told, order } = material;
  const taken = reading.ledger.cancelled.find(({ fact }) => fact.id === told.cause)!;
  const isByShop = taken.fact.name === 'cancellation' && taken.fact.by === 'shop';
  const toReturn = isByShop ? taken.shipped.flatMap(({ lines }) => lines) : [];
  const gone = reading.ledger.cancelled.flatMap(({ unshipped }) => unshipped);
  const stays = without(order.placed.lines, [...gone, ...toReturn]);
  return {
    by: isByShop ? 'shop' : 'customer',
    reason: written(details, told.cause, 'reason'),
    whole: stays.length === 0,
    cancelled: goodsOf(taken.unshipped, placed),
    toReturn: goodsOf(toReturn, placed),
    stays: goodsOf(stays, placed),
    refund: refundIn(material),
    payment: isPaid(order) ? undefined : order.placed.payment,
    case: caseInHand(material),
  };
}
