import { at, deadlineAfter, endOfDeliveryDay, endOfShippingDay } from '../../functions/domain/calendar/calendar.ts';
import type {
  CancellationFact,
  ChangeFact,
  ChoiceFact,
  CompletionFact,
  CorrectionFact,
  DelayFact,
  DeliveryFact,
  IncidentFact,
  MailFailedFact,
  NoticeFact,
  OrderFact,
  OutcomeFact,
  PaymentFact,
  RefundFact,
  ResendFact,
  ShipmentCorrectionFact,
  ShipmentFact,
  StockOutFact,
  WordFact,
} from '../../functions/domain/order/facts.ts';
import { defaultSettings, type CompleteSettings } from '../../functions/domain/shop/settings.ts';
import type { OrderDetails } from '../../functions/send-message/order-details.ts';

/** A shop for stories: in Lyon, open from Monday to Saturday, with a promo for whoever answers. */
export const shop: CompleteSettings = {
  ...defaultSettings,
  holidays: ['2026-12-25', '2027-01-01'],
  name: 'Les Belles Choses',
  phone: '+33 4 72 00 00 00',
  address: '12 rue de la République, 69002 Lyon',
  signatory: { name: 'Claire Moreau', role: 'gérante' },
  staff: [{ name: 'Hugo Blanc', email: 'hugo@belles-choses.example' }],
  from: 'bonjour@belles-choses.example',
  replyTo: 'claire@belles-choses.example',
  url: 'https://belles-choses.example',
  promo: { discount: { percent: 10 }, validDays: 60 },
};

/** An instant on the shop's clock: `at('2026-11-24', '18:00')`. */
export const on = (day: string, time: string): number => at(shop.zone, day, time);

const told = (id: string, instant: number) => ({ id, at: instant, learnedAt: instant, hash: `hash-of-${id}` });

export const orderDetails: OrderDetails = {
  customer: { name: 'Anne Petit', email: 'anne@customers.example', phone: '+33 6 00 00 00 00', locale: 'en' },
  lines: [
    { id: 'vase', title: 'Blue vase', quantity: 1, price: { amount: 4900, currency: 'EUR' } },
    { id: 'bowl', title: 'Small bowl', quantity: 2, price: { amount: 1500, currency: 'EUR' } },
  ],
  total: { amount: 7900, currency: 'EUR' },
  delivery: { kind: 'parcel', method: 'Colissimo', address: '3 quai Saint-Antoine, 69002 Lyon' },
};

/** A vase and two bowls, ordered at that instant; the promises are the shop's usual ones unless the story says more. */
export function order(instant: number, more: Partial<OrderFact> = {}): OrderFact {
  const shipBy = deadlineAfter(shop, instant, shop.promises.ship, endOfShippingDay);
  return {
    ...told('order:1001', instant),
    name: 'order',
    number: '#1001',
    customer: 'anne',
    zone: 'Europe/Paris',
    lines: [
      { id: 'vase', quantity: 1, ships: true, price: 4900 },
      { id: 'bowl', quantity: 2, ships: true, price: 1500 },
    ],
    total: { amount: 7900, currency: 'EUR' },
    payment: 'paid',
    shipBy,
    deliverBy: deadlineAfter(shop, shipBy.until, shop.promises.deliver, endOfDeliveryDay),
    deliverByNamed: false,
    history: false,
    mailable: true,
    offersRefused: false,
    ...more,
  };
}

export function shipment(parcel: string, instant: number, more: Partial<ShipmentFact> = {}): ShipmentFact {
  return {
    ...told(`shipment:${parcel}`, instant),
    name: 'shipment',
    parcel,
    carrier: 'Colissimo',
    trackingNumber: '6A123',
    trackingUrl: 'https://carrier.example/6A123',
    ...more,
  };
}

export function delivery(parcel: string, instant: number): DeliveryFact {
  return { ...told(`delivery:${parcel}`, instant), name: 'delivery', parcel, toNeighbour: false };
}

export function shippingDelay(instant: number, untilDay?: string, id = `delay:${instant}`): DelayFact {
  const until = untilDay === undefined ? undefined : { until: endOfShippingDay(shop, untilDay), day: untilDay };
  return { ...told(id, instant), name: 'delay', of: 'shipment', until };
}

export function deliveryDelay(instant: number, parcel: string | undefined, untilDay?: string): DelayFact {
  const until = untilDay === undefined ? undefined : { until: endOfDeliveryDay(shop, untilDay), day: untilDay };
  return { ...told(`delay:${instant}`, instant), name: 'delay', of: 'delivery', parcel, until };
}

export function word(said: WordFact['word'], instant: number, more: Partial<WordFact> = {}): WordFact {
  return { ...told(`word:${said}-${instant}`, instant), name: 'word', word: said, by: 'customer', ...more };
}

/** Staff want a message sent once more. */
export function resend(message: string, instant: number): ResendFact {
  return { ...told(`resend:${message}-${instant}`, instant), name: 'resend', message };
}

/** The mail of a message came back. */
export function mailFailed(message: string, instant: number, why: MailFailedFact['why'] = 'bounced'): MailFailedFact {
  return { ...told(`mail-failed:${message}`, instant), name: 'mail-failed', message, why };
}

export function completion(task: string, instant: number): CompletionFact {
  return { ...told(`completion:${task}`, instant), name: 'completion', task };
}

/** Back on a day, with or without something to replace it. */
export function stockOut(
  lines: StockOutFact['lines'],
  instant: number,
  { restockOn, hasReplacement = false }: { restockOn?: string; hasReplacement?: boolean } = {},
): StockOutFact {
  const back = restockOn === undefined ? undefined : { until: endOfShippingDay(shop, restockOn), day: restockOn };
  return { ...told(`stock-out:${instant}`, instant), name: 'stock-out', lines, restockOn: back, hasReplacement };
}

export function choice(chosen: ChoiceFact['choice'], instant: number, lines?: ChoiceFact['lines']): ChoiceFact {
  return { ...told(`choice:${chosen}-${instant}`, instant), name: 'choice', choice: chosen, lines };
}

export function incident(
  parcel: string,
  kind: IncidentFact['kind'],
  instant: number,
  keptUntilDay?: string,
): IncidentFact {
  const keptUntil =
    keptUntilDay === undefined ? undefined : { until: endOfDeliveryDay(shop, keptUntilDay), day: keptUntilDay };
  return { ...told(`incident:${parcel}-${kind}-${instant}`, instant), name: 'incident', parcel, kind, keptUntil };
}

export function cancellation(
  by: CancellationFact['by'],
  instant: number,
  lines?: CancellationFact['lines'],
): CancellationFact {
  return { ...told(`cancellation:${by}-${instant}`, instant), name: 'cancellation', by, lines };
}

export function refund(id: string, amount: number, instant: number, lines?: RefundFact['lines']): RefundFact {
  return { ...told(`refund:${id}`, instant), name: 'refund', refund: id, amount, lines };
}

export function outcome(
  what: OutcomeFact['outcome'],
  instant: number,
  { of = 'case-1', untilDay, ...more }: { of?: string; untilDay?: string } & Partial<OutcomeFact> = {},
): OutcomeFact {
  const until = untilDay === undefined ? undefined : { until: endOfShippingDay(shop, untilDay), day: untilDay };
  return {
    ...told(`outcome:${what}-${instant}`, instant),
    name: 'outcome',
    case: of,
    outcome: what,
    promo: false,
    until,
    ...more,
  };
}

export function shipmentCorrection(
  parcel: string,
  instant: number,
  more: Partial<ShipmentCorrectionFact> = {},
): ShipmentCorrectionFact {
  return {
    ...told(`shipment-correction:${parcel}-${instant}`, instant),
    name: 'shipment-correction',
    parcel,
    ...more,
  };
}

/** That fact was a mistake. */
export function correction(fact: string, instant: number): CorrectionFact {
  return { ...told(`correction:${fact}`, instant), name: 'correction', fact };
}

export function notice(parcel: string, instant: number): NoticeFact {
  return { ...told(`notice:${parcel}-${instant}`, instant), name: 'notice', parcel };
}

/** Paid: the days that count from it are those of the shop's usual time. */
export function payment(status: PaymentFact['status'], instant: number): PaymentFact {
  const shipBy = deadlineAfter(shop, instant, shop.promises.ship, endOfShippingDay);
  const deliverBy = deadlineAfter(shop, shipBy.until, shop.promises.deliver, endOfDeliveryDay);
  return { ...told(`payment:${status}`, instant), name: 'payment', status, shipBy, deliverBy };
}

export function change(instant: number, more: Partial<ChangeFact>): ChangeFact {
  return { ...told(`change:${instant}`, instant), name: 'change', movesDelivery: false, ...more };
}
