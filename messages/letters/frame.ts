import type { Said } from '../catalogues/catalogue.ts';
import { formatFor } from '../format.ts';
import type { Letterhead, Words } from '../letter.ts';
import { phoneAddress, webAddress } from '../links.ts';
import type { Mails } from '../mails/templates.ts';
import { cut, limits, show, withoutIsolates, type Shown } from '../shown.ts';
import { GoodsRoom } from './goods.ts';
import type { Mail, Writing } from './writing.ts';

/** What a phone shows of a subject. All of ours fit, with an order number of a dozen characters; only longer ones are cut. */
const subjectLimit = 60;

/** What a template may name. */
export type View = Readonly<Record<string, unknown>> & { readonly subject: string };

/** What the words depend on besides the message: that it is collected in the shop, or whose gift it is. */
export type Readers = Pick<Writing, 'collect' | 'giftOf'>;

export function writingIn<Words extends Said>(
  words: Words,
  head: Pick<Letterhead, 'locale' | 'zone' | 'now' | 'tone'> & { readonly order: { readonly number: string } },
  signatory: Shown,
  readers: Readers = { collect: undefined, giftOf: undefined },
): Writing<Words> {
  return {
    locale: head.locale,
    words,
    format: formatFor(head.locale, head.zone, head.now),
    order: show(head.order.number, limits.number),
    signatory,
    room: new GoodsRoom(),
    tone: head.tone ?? 'neutral',
    ...readers,
  };
}

/** What the layout shows around every mail. */
export function frame(
  mail: Pick<Mail, 'subject' | 'facts' | 'paragraphs'>,
  { locale, words }: Writing<Said>,
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

export function greet({ words }: Writing<Said>, name: string): Shown {
  const shown = show(name);
  return shown === '' ? words.common.greetingWithoutName : words.common.greeting(shown);
}

export function fillBoth({ fillHtml, fillText }: Mails, message: string, view: View): Words {
  return { subject: view.subject, html: fillHtml(message, view), text: fillText(message, view) };
}
