import { offerCatalogues } from './catalogues/offer-catalogues.ts';
import type { Letter, Words } from './letter.ts';
import { writingIn } from './letters/frame.ts';
import { offerPromo } from './letters/offer-promo.ts';
import { toCustomer } from './letters/to-customer.ts';
import { offers } from './mails/compiled.js';
import { mailsOf } from './mails/templates.ts';
import { show } from './shown.ts';

const mails = mailsOf(offers);

/** What renderLetter makes of it, for whoever writes no other letter and should not have to carry them all. */
export function renderOffer(letter: Extract<Letter, { readonly message: 'offer-promo' }>): Words {
  const { head, body } = letter;
  const writing = writingIn(offerCatalogues[head.locale], head, show(head.shop.signatory.name));
  return toCustomer(letter, offerPromo(body, writing), writing, mails);
}
