import type { Locale, MessageName, ParcelNews, Particulars } from '../../messages/letter.ts';
import { euros, goods, parcel } from './sample-values.ts';

/** Situations by their names. */
export type VariantsOf<Names extends MessageName> = {
  readonly [Name in Names]: Readonly<Record<string, Particulars[Name]>>;
};

type UsualMessage =
  | 'confirm-order'
  | 'announce-shipment'
  | 'announce-partial-shipment'
  | 'warn-shipping-delay'
  | 'ask-delivery-check'
  | 'warn-delivery-delay'
  | 'thank-customer'
  | 'offer-promo'
  | 'trace-parcel'
  | 'open-case'
  | 'apologise-for-wait'
  | 'hand-to-staff';

/** What orders that go well, or run late, are written about: every message in every situation that has words of its own. */
export function usualVariants(locale: Locale): VariantsOf<UsualMessage> {
  const [towel, bowl, spoon] = goods(locale);
  const english = locale === 'en';
  const second = parcel(locale, {
    carrier: 'Chronopost',
    trackingNumber: 'XY987654321FR',
    trackingUrl: undefined,
    goods: [spoon],
    deliverBy: { day: '2026-11-30' },
  });
  const bare: ParcelNews = { goods: [spoon] };
  const confirmed: Particulars['confirm-order'] = {
    lines: [towel, bowl, spoon],
    total: euros(8700),
    delivery: {
      kind: 'parcel',
      method: english ? 'Home delivery' : 'À domicile',
      address: 'Zoë Martin\n3 place du Marché\n31000 Toulouse',
    },
    shipBy: { day: '2026-11-26' },
    deliverBy: { day: '2026-12-01' },
    alreadyShipped: false,
  };
  const shippingDelay: Particulars['warn-shipping-delay'] = {
    level: 1,
    reason: {},
    writeBy: { instant: Date.parse('2026-11-26T18:00:00+01:00') },
  };
  const checked: Particulars['ask-delivery-check'] = {
    scanned: true,
    deliveredAt: Date.parse('2026-11-24T09:42:00+01:00'),
    toNeighbour: false,
    parcels: [parcel(locale)],
    promo: { percent: 10 },
  };
  const heldBack = {
    code: 'MERCI-7Q2K',
    discount: { percent: 10 },
    validUntil: { day: '2027-01-23' },
    order: '#1001',
  } as const;
  const answerBy = { instant: Date.parse('2026-11-26T10:30:00+01:00') };
  return {
    'confirm-order': {
      plain: confirmed,
      gift: { ...confirmed, recipient: 'Noé Lambert' },
      giftToCollect: { ...confirmed, recipient: 'Noé Lambert', delivery: { kind: 'collect' }, deliverBy: undefined },
      giftThatDoesNotTravel: {
        ...confirmed,
        recipient: 'Noé Lambert',
        delivery: { kind: 'none' },
        shipBy: undefined,
        deliverBy: undefined,
      },
      late: { ...confirmed, lateAlready: { writeBy: { day: '2026-11-25' } }, shipBy: { day: '2026-11-23' } },
      lateWithoutDay: {
        ...confirmed,
        lateAlready: { writeBy: { day: '2026-11-25' } },
        shipBy: undefined,
        deliverBy: undefined,
      },
      alreadyShipped: { ...confirmed, alreadyShipped: true, shipBy: undefined },
      pickupPoint: {
        ...confirmed,
        delivery: { kind: 'pickup-point', address: 'Tabac du Port\n9 quai Ouest\n31000 Toulouse' },
      },
      collect: { ...confirmed, delivery: { kind: 'collect' }, deliverBy: undefined },
      toPay: {
        ...confirmed,
        payment: 'awaited',
        toPay: { amount: confirmed.total, by: { day: '2026-11-30' }, url: 'https://maison-zephyr.example/pay/1001' },
        shipBy: undefined,
        deliverBy: undefined,
      },
      onDelivery: { ...confirmed, payment: 'on-delivery' },
      invoiced: { ...confirmed, payment: 'invoice' },
      reserved: { ...confirmed, payment: 'authorised' },
      nothingToShip: { ...confirmed, delivery: { kind: 'none' }, shipBy: undefined, deliverBy: undefined },
      firstOrder: { ...confirmed, visit: { nth: 1, afterLong: false } },
      secondOrder: { ...confirmed, visit: { nth: 2, afterLong: false } },
      thirdOrder: { ...confirmed, visit: { nth: 3, afterLong: false } },
      fourthOrder: { ...confirmed, visit: { nth: 4, afterLong: false } },
      onceMore: { ...confirmed, visit: { nth: 5, afterLong: false } },
      afterLong: { ...confirmed, visit: { nth: 3, afterLong: true } },
      yen: {
        ...confirmed,
        lines: [{ title: 'Furoshiki', quantity: 3, price: { amount: 1200, currency: 'JPY' } }],
        total: { amount: 3600, currency: 'JPY' },
      },
      unpriced: { ...confirmed, lines: [{ title: 'Furoshiki', quantity: 3 }] },
    },
    'announce-shipment': {
      one: { parcels: [parcel(locale)], extra: false },
      two: { parcels: [parcel(locale), second], extra: false },
      bare: { parcels: [bare], extra: false },
      extra: { parcels: [second], extra: true },
    },
    'announce-partial-shipment': {
      dated: { parcels: [parcel(locale)], toCome: [spoon], toComeBy: { day: '2026-11-30' } },
      undated: { parcels: [parcel(locale), second], toCome: [spoon] },
    },
    'warn-shipping-delay': {
      silence: shippingDelay,
      withoutAnyDay: { ...shippingDelay, writeBy: undefined },
      dated: {
        level: 1,
        reason: { code: 'supplier' },
        shipBy: { day: '2026-12-01' },
        deliverBy: { day: '2026-12-04' },
      },
      ownWords: {
        level: 1,
        reason: {
          text: english ? 'the kiln had to be fired a second time' : 'il a fallu cuire les bols une seconde fois',
          code: 'other',
        },
        deliverBy: { day: '2026-12-04' },
        onlyThese: [bowl],
      },
      apology: { ...shippingDelay, level: 2 },
      apologyInPart: { ...shippingDelay, level: 2, onlyThese: [bowl] },
      choice: { ...shippingDelay, level: 3 },
      choiceInPart: { ...shippingDelay, level: 4, reason: { code: 'stock' }, onlyThese: [bowl, spoon] },
    },
    'ask-delivery-check': {
      scanned: checked,
      scannedWithoutPromo: { ...checked, promo: undefined, deliveredAt: undefined },
      neighbour: { ...checked, toNeighbour: true, promo: { amount: euros(500) } },
      several: { ...checked, parcels: [parcel(locale), second] },
      unscanned: {
        scanned: false,
        toNeighbour: false,
        parcels: [parcel(locale, { deliverBy: { day: '2026-11-24' } })],
      },
      unscannedSince: {
        scanned: false,
        toNeighbour: false,
        parcels: [parcel(locale, { deliverBy: { day: '2026-11-20' } }), second].slice(0, 1),
      },
      bare: { scanned: false, toNeighbour: false, parcels: [bare] },
    },
    'warn-delivery-delay': {
      dated: { parcel: parcel(locale), reason: { code: 'weather' }, deliverBy: { day: '2026-11-30' } },
      undated: { parcel: bare, reason: {}, writeBy: { day: '2026-11-26' } },
    },
    'thank-customer': {
      promo: {
        toCome: [],
        promo: { code: 'MERCI-7Q2K', discount: { percent: 10 }, validUntil: { day: '2027-01-23' } },
      },
      plain: { toCome: [] },
      more: { toCome: [spoon] },
    },
    'offer-promo': {
      one: { promos: [heldBack] },
      several: {
        promos: [
          heldBack,
          { code: 'MERCI-9XWD', discount: { amount: euros(500) }, validUntil: { day: '2027-02-01' }, order: '#1007' },
        ],
      },
      sameOrder: { promos: [heldBack, { ...heldBack, code: 'MERCI-4TZA' }] },
    },
    'trace-parcel': {
      known: { parcel: parcel(locale), writeBy: { day: '2026-11-27' } },
      bare: { parcel: bare, writeBy: { instant: answerBy.instant } },
    },
    'open-case': {
      damaged: { about: 'damaged', owner: 'Ida Blanc', answerBy },
      wrong: { about: 'wrong', owner: 'Ida Blanc', answerBy },
      missing: { about: 'missing', owner: 'Ida Blanc', answerBy },
      return: { about: 'return', owner: 'Ida Blanc', answerBy },
      other: { about: 'other', owner: 'Ida Blanc', answerBy },
    },
    'apologise-for-wait': {
      damaged: { about: 'damaged', owner: 'Ida Blanc', answerBy },
      other: { about: 'other', owner: 'Ida Blanc', answerBy },
    },
    'hand-to-staff': { plain: { owner: 'Ida Blanc', callBy: answerBy } },
  };
}
