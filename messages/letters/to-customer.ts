import type { Said } from '../catalogues/catalogue.ts';
import type { Letter, Letterhead, Words } from '../letter.ts';
import { webAddress } from '../links.ts';
import type { Mails } from '../mails/templates.ts';
import { asShown, limits, show, showLines, type Shown } from '../shown.ts';
import { fillBoth, frame, greet } from './frame.ts';
import type { Link, Mail, Writing } from './writing.ts';

/** A message to the customer, with the letterhead around what it says. */
export function toCustomer(
  { message, head }: Pick<Letter, 'message' | 'head'>,
  mail: Mail,
  writing: Writing<Said>,
  mails: Mails,
): Words {
  const { common } = writing.words;
  const { order } = writing;
  return fillBoth(mails, message, {
    ...mail,
    ...frame(mail, writing, head.shop),
    headline:
      writing.giftOf === undefined
        ? common.orderLine({ order, placedOn: writing.format.day(head.order.placedAt) })
        : common.orderNumber({ order }),
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

function help({ words, format }: Writing<Said>, { phone, opensAt }: Letterhead['shop']): readonly Shown[] {
  return [
    words.common.help({ phone: show(phone, limits.number) }),
    ...(opensAt === undefined ? [] : [words.common.phoneOpens({ at: format.moment(opensAt) })]),
  ];
}

/**
 * What the customer may choose, at the foot, below the one link that the mail asks for: whoever receives a gift chooses nothing
 * of the buyer's.
 */
function ways(writing: Writing<Said>, { noOffers, preferences }: Letterhead): readonly Link[] {
  if (writing.giftOf !== undefined) return [];
  const { common } = writing.words;
  return [...linkTo(writing, common.noOffers, noOffers), ...linkTo(writing, common.preferences, preferences)];
}

function linkTo({ words }: Writing<Said>, label: Shown, address: string | undefined): readonly Link[] {
  const url = webAddress(address);
  return url === undefined ? [] : [{ label, labelled: words.common.labelled(label, url), url }];
}
