import type { Locale, Particulars } from '../../messages/letter.ts';
import { euros, goods, parcel } from './sample-values.ts';
import type { VariantsOf } from './usual-samples.ts';

type ChangeMessage =
  | 'warn-out-of-stock'
  | 'confirm-cancellation'
  | 'confirm-change'
  | 'remind-payment'
  | 'correct-shipment'
  | 'correct-what-we-said';

/** What orders that turn out otherwise are written about. */
export function changeVariants(locale: Locale): VariantsOf<ChangeMessage> {
  const [towel, bowl, spoon] = goods(locale);
  const english = locale === 'en';
  const answerBy = { instant: Date.parse('2026-11-26T18:00:00+01:00') };
  const refund = { amount: euros(3200), by: answerBy };
  const inHand = { owner: 'Ida Blanc', answerBy };
  const replacement = {
    titles: [english ? 'Stoneware bowl, medium' : 'Bol en grès, moyen modèle'],
    leavesBy: { day: '2026-11-27' },
  };
  const outOfStock: Particulars['warn-out-of-stock'] = {
    lines: [bowl],
    rest: [towel, spoon],
    choices: ['wait', 'replace', 'cancel-items', 'cancel-order', 'call'],
    waitUntil: { day: '2026-12-04' },
    replacement,
    answerBy,
    again: false,
  };
  const cancelled: Particulars['confirm-cancellation'] = {
    by: 'customer',
    whole: true,
    cancelled: [towel, bowl],
    toReturn: [],
    stays: [],
    refund: { amount: euros(6100), by: answerBy },
  };
  const at = Date.parse('2026-11-23T16:05:00+01:00');
  return {
    'warn-out-of-stock': {
      oneOfSeveral: outOfStock,
      everything: {
        ...outOfStock,
        lines: [towel, bowl],
        rest: [],
        choices: ['wait', 'cancel-order', 'call'],
        replacement: undefined,
      },
      noDate: {
        ...outOfStock,
        choices: ['cancel-items', 'cancel-order', 'call'],
        waitUntil: undefined,
        replacement: undefined,
      },
      alone: { ...outOfStock, rest: [], choices: ['replace', 'cancel-items', 'call'], waitUntil: undefined },
      manyReplacements: {
        ...outOfStock,
        lines: [bowl, spoon],
        replacement: { ...replacement, titles: ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Bol ${letter}`) },
      },
      again: { ...outOfStock, again: true },
    },
    'remind-payment': {
      withLink: {
        toPay: {
          amount: euros(6100),
          by: { day: '2026-11-30' },
          url: 'https://maison-zephyr.example/pay/1001?lang=fr',
        },
        failed: false,
      },
      failed: { toPay: { amount: euros(6100), by: { day: '2026-11-30' } }, failed: true },
      inYen: { toPay: { amount: { amount: 8900, currency: 'JPY' }, by: answerBy }, failed: false },
    },
    'confirm-change': {
      everything: {
        changed: ['lines', 'total', 'delivery', 'ship-by', 'deliver-by'],
        lines: [towel, bowl],
        total: euros(6100),
        delivery: { kind: 'parcel', method: 'Colissimo', address: '4 rue Neuve\n69002 Lyon' },
        shipBy: { day: '2026-11-27' },
        deliverBy: { day: '2026-12-01' },
        refund,
      },
      unpaid: {
        changed: ['ship-by'],
        lines: [bowl],
        total: euros(3200),
        delivery: { kind: 'parcel' },
        toPay: { amount: euros(3200), by: { day: '2026-11-30' } },
      },
      dayOnly: {
        changed: ['ship-by'],
        lines: [bowl],
        total: euros(3200),
        delivery: { kind: 'collect' },
        shipBy: { day: '2026-11-27' },
      },
    },
    'confirm-cancellation': {
      notCharged: { ...cancelled, refund: undefined, payment: 'authorised' },
      onDelivery: { ...cancelled, refund: undefined, payment: 'on-delivery' },
      invoiced: { ...cancelled, refund: undefined, payment: 'invoice' },
      neverPaid: { ...cancelled, refund: undefined, payment: 'awaited' },
      whole: cancelled,
      wholeUnpaid: { ...cancelled, refund: undefined },
      wholeByShop: {
        ...cancelled,
        by: 'shop',
        reason: english ? 'the potter has closed her workshop' : 'la potière a fermé son atelier',
        refund: { by: answerBy },
      },
      part: { ...cancelled, whole: false, cancelled: [bowl], stays: [towel, spoon], refund },
      partByShop: { ...cancelled, by: 'shop', whole: false, cancelled: [bowl], stays: [towel], refund },
      toReturn: { ...cancelled, by: 'shop', cancelled: [], toReturn: [towel, bowl] },
      partToReturn: { ...cancelled, by: 'shop', whole: false, cancelled: [bowl], toReturn: [towel], stays: [spoon] },
      hadLeft: { ...cancelled, whole: false, cancelled: [], stays: [towel, bowl], refund: undefined, case: inHand },
      partHadLeft: { ...cancelled, whole: false, cancelled: [bowl], stays: [towel], refund, case: inHand },
      yen: { ...cancelled, refund: { amount: { amount: 3600, currency: 'JPY' }, by: answerBy } },
    },
    'correct-shipment': {
      everything: { parcel: parcel(locale), changed: ['carrier', 'tracking', 'deliver-by'] },
      tracking: { parcel: parcel(locale, { carrier: undefined, deliverBy: undefined }), changed: ['tracking'] },
      unknown: { parcel: { goods: [spoon] }, changed: ['carrier', 'tracking', 'deliver-by'] },
    },
    'correct-what-we-said': {
      shipment: {
        said: [{ message: 'announce-shipment', at }],
        reason: english ? 'the label was printed, and the parcel stayed here' : 'étiquette imprimée, colis resté ici',
        toCome: [towel, bowl],
        toComeBy: { day: '2026-11-27' },
      },
      two: {
        said: [
          { message: 'announce-partial-shipment', at },
          { message: 'ask-delivery-check', at: at + 3_600_000 },
        ],
        toCome: [spoon],
      },
      nothingToCome: { said: [{ message: 'announce-refund', at }], toCome: [] },
    },
  };
}
