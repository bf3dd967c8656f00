import { toRecipients } from './catalogues/gift-words.ts';
import { mailCatalogueFor } from './catalogues/mail-catalogues.ts';
import { announcePartialShipment } from './letters/announce-partial-shipment.ts';
import { announceShipment } from './letters/announce-shipment.ts';
import { askDeliveryCheck } from './letters/ask-delivery-check.ts';
import { announceProgress, announceSettlement, apologiseForWait, handToStaff, openCase } from './letters/cases.ts';
import { confirmCancellation } from './letters/confirm-cancellation.ts';
import { confirmChange } from './letters/confirm-change.ts';
import { confirmOrder } from './letters/confirm-order.ts';
import { correctShipment } from './letters/correct-shipment.ts';
import { correctWhatWeSaid } from './letters/correct-what-we-said.ts';
import { remindPayment } from './letters/payments.ts';
import { writingIn, type Readers } from './letters/frame.ts';
import { offerPromo } from './letters/offer-promo.ts';
import { announcePickup, remindPickup } from './letters/pickups.ts';
import { announceRefund, escalateRefund } from './letters/refunds.ts';
import { thankCustomer } from './letters/thank-customer.ts';
import { toCustomer } from './letters/to-customer.ts';
import { traceParcel } from './letters/trace-parcel.ts';
import { warnDeliveryDelay } from './letters/warn-delivery-delay.ts';
import { warnDeliveryIncident } from './letters/warn-delivery-incident.ts';
import { warnOutOfStock } from './letters/warn-out-of-stock.ts';
import { warnShippingDelay } from './letters/warn-shipping-delay.ts';
import type { Mail, Writing } from './letters/writing.ts';
import type { Letter, Letterhead, MessageName, Particulars, Words } from './letter.ts';
import { letters, offers } from './mails/compiled.js';
import { mailsOf } from './mails/templates.ts';
import { asShown, limits, show, showLines } from './shown.ts';

type Writers = { readonly [Name in MessageName]: (body: Particulars[Name], writing: Writing) => Mail };
type Named<Name extends MessageName = MessageName> = {
  [N in Name]: { readonly message: N; readonly body: Particulars[N] };
}[Name];

/** A message that is the buyer's alone, addressed to whoever receives the gift: a defect of ours, and not written. */
export class NotForRecipients extends Error {
  override readonly name = 'NotForRecipients';
}

const writers: Writers = {
  'confirm-order': confirmOrder,
  'announce-shipment': announceShipment,
  'announce-partial-shipment': announcePartialShipment,
  'warn-shipping-delay': warnShippingDelay,
  'ask-delivery-check': askDeliveryCheck,
  'warn-delivery-delay': warnDeliveryDelay,
  'thank-customer': thankCustomer,
  'trace-parcel': traceParcel,
  'open-case': openCase,
  'apologise-for-wait': apologiseForWait,
  'hand-to-staff': handToStaff,
  'warn-out-of-stock': warnOutOfStock,
  'confirm-cancellation': confirmCancellation,
  'warn-delivery-incident': warnDeliveryIncident,
  'announce-pickup': announcePickup,
  'remind-pickup': remindPickup,
  'announce-progress': announceProgress,
  'announce-settlement': announceSettlement,
  'announce-refund': announceRefund,
  'escalate-refund': escalateRefund,
  'remind-payment': remindPayment,
  'confirm-change': confirmChange,
  'offer-promo': offerPromo,
  'correct-shipment': correctShipment,
  'correct-what-we-said': correctWhatWeSaid,
};

const mails = mailsOf(letters, offers);

/**
 * Puts a message to the customer into words. Pure: the same letter gives the same words. The letter's values may be
 * anything: they are cut, escaped in HTML and kept to one line where they are one. `head.link` is the mail's first link.
 * A message with `head.giftOf` that is not for recipients throws NotForRecipients.
 */
export function renderLetter(letter: Letter): Words {
  const { head } = letter;
  const readers = readersOf(letter);
  const words = mailCatalogueFor(head.locale, {
    isCollected: readers.collect !== undefined,
    isGift: readers.giftOf !== undefined,
  });
  const writing = writingIn(words, head, show(head.shop.signatory.name), readers);
  return toCustomer(letter, introduced(write(letter, writing), writing, head), writing, mails);
}

function write<Name extends MessageName>({ message, body }: Named<Name>, writing: Writing): Mail {
  return writers[message](body, writing);
}

function readersOf(letter: Letter): Readers {
  const { message, head } = letter;
  const { shop, giftOf } = head;
  if (giftOf !== undefined && !toRecipients.some((copied) => copied === message)) throw new NotForRecipients(message);
  const address = showLines(shop.address, { limit: limits.address * 2, lines: 8 });
  return {
    collect: isCollected(letter)
      ? { address: asShown(address.join(', ')), phone: show(shop.phone, limits.number), opensAt: shop.opensAt }
      : undefined,
    giftOf: giftOf === undefined ? undefined : show(giftOf),
  };
}

/** An order says so; what a confirmation says of its delivery counts too. */
function isCollected({ message, head, body }: Letter): boolean {
  if (head.order.collect === true) return true;
  return (message === 'confirm-order' || message === 'confirm-change') && body.delivery.kind === 'collect';
}

/** Whoever receives a gift reads first whom it is from: they have ordered nothing. */
function introduced(mail: Mail, { words, giftOf }: Writing, { shop }: Letterhead): Mail {
  if (giftOf === undefined) return mail;
  const intro = words.gifts.intro({ from: giftOf, shop: show(shop.name) });
  return { ...mail, paragraphs: [intro, ...mail.paragraphs] };
}
