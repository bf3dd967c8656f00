import type {
  Goods,
  Letter,
  Letterhead,
  Locale,
  MessageName,
  ParcelNews,
  Particulars,
  StaffLetter,
} from '../../messages/letter.ts';
import { taskReasons } from '../../messages/letter.ts';

/** A letter for everything that we may have to say, as a shop of linen and pottery would send it. */

export const zone = 'Europe/Paris';
export const now = Date.parse('2026-11-24T10:30:00+01:00');
export const link = 'https://hello.example/c/7Jx2mQd0vYb3sKf9TzL1aw';
export const phone = '+33 1 23 45 67 89';

export function letterhead(locale: Locale, changes: Partial<Letterhead> = {}): Letterhead {
  return {
    locale,
    zone,
    now,
    shop: {
      name: 'Maison Zéphyr',
      phone,
      address: '12 rue des Lilas\n69001 Lyon\nFrance',
      url: 'https://maison-zephyr.example',
      signatory: {
        name: 'Camille Roux',
        role: locale === 'fr' ? 'responsable des commandes' : 'Head of orders',
      },
    },
    order: { number: '#1001', placedAt: Date.parse('2026-11-24T10:12:00+01:00') },
    customer: { name: 'Zoë Martin' },
    link,
    ...changes,
  };
}

const euros = (amount: number) => ({ amount, currency: 'EUR' });

function goods(locale: Locale): readonly [Goods, Goods, Goods] {
  return locale === 'fr'
    ? [
        { title: 'Torchon en lin, bleu nuit', quantity: 2, price: euros(1450) },
        { title: 'Bol en grès, grand modèle', quantity: 1, price: euros(3200) },
        { title: 'Cuillère en bois d’olivier', quantity: 4, price: euros(650) },
      ]
    : [
        { title: 'Linen tea towel, midnight blue', quantity: 2, price: euros(1450) },
        { title: 'Stoneware bowl, large', quantity: 1, price: euros(3200) },
        { title: 'Olive wood spoon', quantity: 4, price: euros(650) },
      ];
}

function parcel(locale: Locale, changes: Partial<ParcelNews> = {}): ParcelNews {
  const [towel, bowl] = goods(locale);
  return {
    carrier: 'Colissimo',
    trackingNumber: '6A12345678901',
    trackingUrl: 'https://carrier.example/track?number=6A12345678901&lang=fr',
    shippedAt: Date.parse('2026-11-24T09:00:00+01:00'),
    goods: [towel, bowl],
    deliverBy: { day: '2026-11-27' },
    ...changes,
  };
}

type Variants = { readonly [Name in MessageName]: Readonly<Record<string, Particulars[Name]>> };

/** Every message in every situation that has words of its own. */
function variants(locale: Locale): Variants {
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
  const answerBy = { instant: Date.parse('2026-11-26T10:30:00+01:00') };
  return {
    'confirm-order': {
      plain: confirmed,
      gift: { ...confirmed, recipient: 'Noé Lambert' },
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
      nothingToShip: { ...confirmed, delivery: { kind: 'none' }, shipBy: undefined, deliverBy: undefined },
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

export interface Sample {
  /** `message/variant/locale`. */
  readonly name: string;
  readonly letter: Letter;
}

export interface StaffSample {
  readonly name: string;
  readonly letter: StaffLetter;
}

/** Every message × situation in one language. */
export function samples(locale: Locale, head: Letterhead = letterhead(locale)): readonly Sample[] {
  const all = variants(locale);
  const each = <Name extends MessageName>(message: Name, write: (body: Particulars[Name]) => Letter): Sample[] =>
    Object.entries<Particulars[Name]>(all[message]).map(([situation, body]) => ({
      name: `${message}/${situation}/${locale}`,
      letter: write(body),
    }));
  return [
    ...each('confirm-order', (body) => ({ message: 'confirm-order', head, body })),
    ...each('announce-shipment', (body) => ({ message: 'announce-shipment', head, body })),
    ...each('announce-partial-shipment', (body) => ({ message: 'announce-partial-shipment', head, body })),
    ...each('warn-shipping-delay', (body) => ({ message: 'warn-shipping-delay', head, body })),
    ...each('ask-delivery-check', (body) => ({ message: 'ask-delivery-check', head, body })),
    ...each('warn-delivery-delay', (body) => ({ message: 'warn-delivery-delay', head, body })),
    ...each('thank-customer', (body) => ({ message: 'thank-customer', head, body })),
    ...each('trace-parcel', (body) => ({ message: 'trace-parcel', head, body })),
    ...each('open-case', (body) => ({ message: 'open-case', head, body })),
    ...each('apologise-for-wait', (body) => ({ message: 'apologise-for-wait', head, body })),
    ...each('hand-to-staff', (body) => ({ message: 'hand-to-staff', head, body })),
  ];
}

/** One message in one situation. */
export function sample<Name extends MessageName>(
  message: Name,
  situation: string,
  locale: Locale,
  head: Letterhead = letterhead(locale),
): Extract<Letter, { message: Name }> {
  const found = samples(locale, head).find(({ name }) => name === `${message}/${situation}/${locale}`)?.letter;
  if (found === undefined || !isNamed(found, message)) throw new Error(`no sample ${message}/${situation}`);
  return found;
}

function isNamed<Name extends MessageName>(
  letter: Letter,
  message: Name,
): letter is Extract<Letter, { message: Name }> {
  return letter.message === message;
}

/** A mail to staff for every reason there is to do something. */
export function staffSamples(locale: Locale): readonly StaffSample[] {
  const [towel] = goods(locale);
  return taskReasons.map((why, index) => ({
    name: `staff-task/${why}/${locale}`,
    letter: {
      message: 'staff-task',
      locale,
      zone,
      now,
      shop: { name: 'Maison Zéphyr', url: 'https://maison-zephyr.example' },
      owner: 'Ida Blanc',
      task: {
        id: `task-${why}`,
        why,
        dueAt: Date.parse('2026-11-26T18:00:00+01:00'),
        level: 1 + (index % 3),
        overdue: index % 3,
      },
      order: { number: '#1001' },
      customer: { name: 'Zoë Martin', phone: '06 12 34 56 78', email: 'zoe@example.com' },
      note:
        locale === 'fr'
          ? 'Le bol est fêlé sur tout un côté.\nPouvez-vous m’en envoyer un autre ?'
          : 'The bowl is cracked all down one side.\nCould you send me another?',
      goods: [towel],
    },
  }));
}
