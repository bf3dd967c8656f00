import {
  taskReasons,
  type Letter,
  type Letterhead,
  type Locale,
  type MessageName,
  type Particulars,
  type StaffLetter,
} from '../../messages/letter.ts';
import { changeVariants } from './change-samples.ts';
import { paymentVariants } from './payment-samples.ts';
import { goods, letterhead, noOffers, now, zone } from './sample-values.ts';
import { troubleVariants } from './trouble-samples.ts';
import { usualVariants, type VariantsOf } from './usual-samples.ts';

/** A letter for everything that we may have to say. */

export { letterhead, link, noOffers, now, phone, preferences, zone } from './sample-values.ts';

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
  const [usual, change, payment] = [usualVariants(locale), changeVariants(locale), paymentVariants(locale)];
  const all: VariantsOf<MessageName> = {
    ...usual,
    ...change,
    ...troubleVariants(locale),
    ...payment,
    'confirm-order': { ...usual['confirm-order'], ...payment['confirm-order'] },
    'confirm-cancellation': { ...change['confirm-cancellation'], ...payment['confirm-cancellation'] },
    'confirm-change': { ...change['confirm-change'], ...payment['confirm-change'] },
    'remind-payment': { ...change['remind-payment'], ...payment['remind-payment'] },
  };
  const each = <Name extends MessageName>(message: Name, write: (body: Particulars[Name]) => Letter): Sample[] =>
    Object.entries<Particulars[Name]>(all[message]).map(([situation, body]) => ({
      name: `${message}/${situation}/${locale}`,
      letter: withWayOut(write(body)),
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
    ...each('warn-out-of-stock', (body) => ({ message: 'warn-out-of-stock', head, body })),
    ...each('confirm-cancellation', (body) => ({ message: 'confirm-cancellation', head, body })),
    ...each('warn-delivery-incident', (body) => ({ message: 'warn-delivery-incident', head, body })),
    ...each('announce-pickup', (body) => ({ message: 'announce-pickup', head, body })),
    ...each('remind-pickup', (body) => ({ message: 'remind-pickup', head, body })),
    ...each('announce-progress', (body) => ({ message: 'announce-progress', head, body })),
    ...each('announce-settlement', (body) => ({ message: 'announce-settlement', head, body })),
    ...each('announce-refund', (body) => ({ message: 'announce-refund', head, body })),
    ...each('escalate-refund', (body) => ({ message: 'escalate-refund', head, body })),
    ...each('remind-payment', (body) => ({ message: 'remind-payment', head, body })),
    ...each('confirm-change', (body) => ({ message: 'confirm-change', head, body })),
    ...each('offer-promo', (body) => ({ message: 'offer-promo', head, body })),
    ...each('correct-shipment', (body) => ({ message: 'correct-shipment', head, body })),
    ...each('correct-what-we-said', (body) => ({ message: 'correct-what-we-said', head, body })),
  ];
}

/** Whatever carries an offer says how to end all of them. */
function withWayOut<One extends Letter>(letter: One): One {
  const { body } = letter;
  const carriesOffer = letter.message === 'offer-promo' || ('promo' in body && body.promo !== undefined);
  return carriesOffer ? { ...letter, head: { ...letter.head, noOffers } } : letter;
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
