import { catalogueFor } from './catalogues/catalogues.ts';
import { toRecipients } from './catalogues/gift-words.ts';
import { formatFor } from './format.ts';
import { announcePartialShipment } from './letters/announce-partial-shipment.ts';
import { announceShipment } from './letters/announce-shipment.ts';
import { askDeliveryCheck } from './letters/ask-delivery-check.ts';
import { announceProgress, announceSettlement, apologiseForWait, handToStaff, openCase } from './letters/cases.ts';
import { confirmCancellation } from './letters/confirm-cancellation.ts';
import { confirmChange } from './letters/confirm-change.ts';
import { confirmOrder } from './letters/confirm-order.ts';
import { correctShipment } from './letters/correct-shipment.ts';
import { correctWhatWeSaid } from './letters/correct-what-we-said.ts';
import { GoodsRoom } from './letters/goods.ts';
import { morningList } from './letters/morning-list.ts';
import { remindPayment } from './letters/payments.ts';
import { offerPromo } from './letters/offer-promo.ts';
import { announcePickup, remindPickup } from './letters/pickups.ts';
import { announceRefund, escalateRefund } from './letters/refunds.ts';
import { staffTask } from './letters/staff-task.ts';
import { thankCustomer } from './letters/thank-customer.ts';
import { traceParcel } from './letters/trace-parcel.ts';
import { warnDeliveryDelay } from './letters/warn-delivery-delay.ts';
import { warnDeliveryIncident } from './letters/warn-delivery-incident.ts';
import { warnOutOfStock } from './letters/warn-out-of-stock.ts';
import { warnShippingDelay } from './letters/warn-shipping-delay.ts';
import type { Link, Mail, Writing } from './letters/writing.ts';
import type { Letter, Letterhead, MessageName, MorningLetter, Particulars, StaffLetter, Words } from './letter.ts';
import { phoneAddress, webAddress } from './links.ts';
import { fillHtml, fillText } from './mails/templates.ts';
import { asShown, cut, limits, show, showLines, withoutIsolates, type Shown } from './shown.ts';

/** What a phone shows of a subject. All of ours fit, with an order number of a dozen characters; only longer ones are cut. */
const subjectLimit = 60;

type Writers = { readonly [Name in MessageName]: (body: Particulars[Name], writing: Writing) => Mail };
type Named<Name extends MessageName = MessageName> = {
  [N in Name]: { readonly message: N; readonly body: Particulars[N] };
}[Name];

/** A message that is the buyer's alone, addressed to whoever receives the gift: a defect of ours, and not written. */
export class NotForRecipients extends Error {
  override readonly name = 'NotForRecipients';
}

/** What a template may name. */
type View = Readonly<Record<string, unknown>> & { readonly subject: string };

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

/**
 * Puts a message to the customer into words. Pure: the same letter gives the same words. The letter's values may be
 * anything: they are cut, escaped in HTML and kept to one line where they are one. `head.link` is the mail's first link.
 * A message with `head.giftOf` that is not for recipients throws NotForRecipients.
 */
export function renderLetter(letter: Letter): Words {
  const { head } = letter;
  const writing = writingFor(head, show(head.shop.signatory.name), readersOf(letter));
  const mail = introduced(write(letter, writing), writing, head);
  const { common, pages } = writing.words;
  const { order } = writing;
  return fillBoth(letter.message, {
    ...mail,
    ...frame(mail, writing, head.shop),
    headline:
      writing.giftOf === undefined
        ? common.orderLine({ order, placedOn: writing.format.day(head.order.placedAt) })
        : pages.orderLine({ order }),
    greeting: greet(writing, head.customer.name),
    buttonLabelled: common.labelled(mail.button, asShown('')).trimEnd(),
    link: head.link,
    signatory: {
      name: writing.signatory,
      role: common.roleAt({ role: show(head.shop.signatory.role), shop: show(head.shop.name) }),
    },
    help: help(writing, head.shop),
    ways: ways(writing, head),
    footer: [show(head.shop.name), ...showLines(head.shop.address, { limit: limits.address * 4, lines: 8 })],
  });
}

/** Puts a task into the words of a mail to staff, under the same guarantees. */
export function renderStaffLetter(letter: StaffLetter): Words {
  const owner = show(letter.owner);
  const writing = writingFor(letter, owner);
  const mail = staffTask(letter, writing);
  const { staff } = writing.words;
  return fillBoth(letter.message, {
    ...mail,
    ...frame(mail, writing, letter.shop),
    headline: writing.words.pages.orderLine({ order: writing.order }),
    greeting: greet(writing, letter.owner),
    footer: [staff.footer({ shop: show(letter.shop.name) })],
  });
}

/** Puts the list of the day into the words of a mail to staff, under the same guarantees. */
export function renderMorningLetter(letter: MorningLetter): Words {
  const writing = writingFor({ ...letter, order: { number: '' } }, show(letter.reader));
  const mail = morningList(letter, writing);
  return fillBoth(letter.message, {
    ...mail,
    ...frame(mail, writing, letter.shop),
    greeting: greet(writing, letter.reader),
    footer: [writing.words.staff.footer({ shop: show(letter.shop.name) })],
  });
}

function write<Name extends MessageName>({ message, body }: Named<Name>, writing: Writing): Mail {
  return writers[message](body, writing);
}

/** What the words depend on besides the message: that it is collected in the shop, or whose gift it is. */
type Readers = Pick<Writing, 'collect' | 'giftOf'>;

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

function writingFor(
  head: Pick<Letterhead, 'locale' | 'zone' | 'now' | 'tone'> & { readonly order: { readonly number: string } },
  signatory: Shown,
  readers: Readers = { collect: undefined, giftOf: undefined },
): Writing {
  return {
    locale: head.locale,
    words: catalogueFor(head.locale, {
      isCollected: readers.collect !== undefined,
      isGift: readers.giftOf !== undefined,
    }),
    format: formatFor(head.locale, head.zone, head.now),
    order: show(head.order.number, limits.number),
    signatory,
    room: new GoodsRoom(),
    tone: head.tone ?? 'neutral',
    ...readers,
  };
}

/** What the layout shows around every mail. */
function frame(
  mail: Pick<Mail, 'subject' | 'facts' | 'paragraphs'>,
  { locale, words }: Writing,
  shop: { readonly name: string; readonly url: string; readonly phone?: string | undefined },
): View {
  const url = webAddress(shop.url);
  const preheader = mail.facts.length > 0 ? mail.facts.map(({ labelled }) => labelled).join(' · ') : mail.paragraphs[0];
  return {
    lang: locale,
    ways: [],
    subject: cut(withoutIsolates(mail.subject), subjectLimit),
    preheader: cut(withoutIsolates(preheader ?? ''), 140),
    whatNext: words.common.whatNext,
    shop: {
      name: show(shop.name),
      phone: shop.phone === undefined ? undefined : show(shop.phone, limits.number),
      tel: shop.phone === undefined ? undefined : phoneAddress(shop.phone),
      url,
      host: url && new URL(url).host,
    },
  };
}

function greet({ words }: Writing, name: string): Shown {
  const shown = show(name);
  return shown === '' ? words.common.greetingWithoutName : words.common.greeting(shown);
}

function help({ words, format }: Writing, { phone, opensAt }: Letterhead['shop']): readonly Shown[] {
  return [
    words.common.help({ phone: show(phone, limits.number) }),
    ...(opensAt === undefined ? [] : [words.common.phoneOpens({ at: format.moment(opensAt) })]),
  ];
}

/**
 * What the customer may choose, at the foot, below the one link that the mail asks for: whoever receives a gift chooses nothing
 * of the buyer's.
 */
function ways(writing: Writing, { noOffers, preferences }: Letterhead): readonly Link[] {
  if (writing.giftOf !== undefined) return [];
  const { common } = writing.words;
  return [...linkTo(writing, common.noOffers, noOffers), ...linkTo(writing, common.preferences, preferences)];
}

function linkTo({ words }: Writing, label: Shown, address: string | undefined): readonly Link[] {
  const url = webAddress(address);
  return url === undefined ? [] : [{ label, labelled: words.common.labelled(label, url), url }];
}

function fillBoth(message: string, view: View): Words {
  return { subject: view.subject, html: fillHtml(message, view), text: fillText(message, view) };
}
