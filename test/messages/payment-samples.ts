import type { Locale, Particulars } from '../../messages/letter.ts';
import { euros, goods } from './sample-values.ts';
import type { VariantsOf } from './usual-samples.ts';

type PaymentMessage = 'confirm-order' | 'confirm-cancellation' | 'remind-payment' | 'confirm-change';

/** What orders that are not paid yet, or are changed, are written about. */
export function paymentVariants(locale: Locale): VariantsOf<PaymentMessage> {
  const [towel, bowl, spoon] = goods(locale);
  const english = locale === 'en';
  const ordered: Particulars['confirm-order'] = {
    lines: [towel, bowl],
    total: euros(6100),
    delivery: {
      kind: 'parcel',
      method: english ? 'Home delivery' : 'À domicile',
      address: 'Zoë Martin\n3 place du Marché\n31000 Toulouse',
    },
    shipBy: { day: '2026-11-26' },
    deliverBy: { day: '2026-12-01' },
    alreadyShipped: false,
  };
  const toPay: Particulars['remind-payment']['toPay'] = {
    amount: euros(6100),
    by: { day: '2026-12-01' },
    url: 'https://pay.example/c/1001?amount=6100&lang=fr',
  };
  const transfer = { ...toPay, url: undefined };
  const awaited = { ...ordered, payment: 'awaited', toPay, shipBy: undefined, deliverBy: undefined } as const;
  const collect = { kind: 'collect' } as const;
  const none = { kind: 'none' } as const;
  const cancelled: Particulars['confirm-cancellation'] = {
    by: 'customer',
    whole: true,
    cancelled: [towel, bowl],
    toReturn: [],
    stays: [],
  };
  const inPart = { ...cancelled, whole: false, cancelled: [bowl], stays: [towel] };
  const changed: Particulars['confirm-change'] = {
    changed: ['lines', 'total', 'delivery', 'ship-by', 'deliver-by'],
    lines: [towel, spoon],
    total: euros(5500),
    delivery: ordered.delivery,
    shipBy: { day: '2026-11-27' },
    deliverBy: { day: '2026-12-02' },
    refund: { amount: euros(600), by: { day: '2026-11-26' } },
  };
  return {
    'confirm-order': {
      awaited,
      awaitedTransfer: { ...awaited, toPay: transfer },
      awaitedCollect: { ...awaited, delivery: collect },
      awaitedNothingToShip: { ...awaited, delivery: none },
      awaitedShipped: { ...awaited, alreadyShipped: true },
      authorised: { ...ordered, payment: 'authorised' },
      onDelivery: { ...ordered, payment: 'on-delivery' },
      onDeliveryPickupPoint: { ...ordered, payment: 'on-delivery', delivery: { kind: 'pickup-point' } },
      onDeliveryCollect: { ...ordered, payment: 'on-delivery', delivery: collect },
      onDeliveryNothingToShip: { ...ordered, payment: 'on-delivery', delivery: none },
      invoice: { ...ordered, payment: 'invoice' },
    },
    'confirm-cancellation': {
      authorised: { ...cancelled, payment: 'authorised' },
      awaited: { ...cancelled, payment: 'awaited' },
      onDelivery: { ...cancelled, payment: 'on-delivery' },
      invoice: { ...cancelled, payment: 'invoice' },
      authorisedInPart: { ...inPart, payment: 'authorised' },
      awaitedInPart: { ...inPart, payment: 'awaited' },
      onDeliveryInPart: { ...inPart, payment: 'on-delivery' },
      invoiceInPart: { ...inPart, payment: 'invoice' },
    },
    'remind-payment': {
      link: { toPay, failed: false },
      transfer: { toPay: transfer, failed: false },
      failed: { toPay, failed: true },
      failedTransfer: {
        toPay: { ...transfer, by: { instant: Date.parse('2026-12-01T18:00:00+01:00') } },
        failed: true,
      },
    },
    'confirm-change': {
      cheaper: changed,
      gift: { ...changed, recipient: 'Noé Lambert', refund: undefined },
      delivery: { ...changed, changed: ['delivery'], shipBy: undefined, deliverBy: undefined, refund: undefined },
      dearer: { ...changed, changed: ['lines', 'total'], refund: undefined },
      unknownDays: { ...changed, changed: ['ship-by', 'deliver-by'], shipBy: undefined, deliverBy: undefined },
      collect: { ...changed, delivery: collect },
      nothingToShip: { ...changed, delivery: none },
    },
  };
}
