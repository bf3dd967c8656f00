import type { Particulars, PaymentToCome } from '../letter.ts';
import { webAddress } from '../links.ts';
import { limits, show } from '../shown.ts';
import { fact, promised, type Fact, type Mail, type Writing } from './writing.ts';

export type PayHere = { readonly facts: readonly Fact[] } | undefined;

export interface RemindPaymentMail extends Mail {
  readonly pay: PayHere;
}

/** The money is still missing: how much, by when, where; and that nothing need be done by whoever wants it no more. */
export function remindPayment(body: Particulars['remind-payment'], writing: Writing): RemindPaymentMail {
  const { words, order } = writing;
  const say = words.mails['remind-payment'];
  return {
    subject: say.subject({ order, failed: body.failed }),
    title: say.title(body.failed),
    paragraphs: [say.opening(body.failed), say.howToPay],
    facts: paymentFacts(body.toPay, writing),
    button: words.common.seeOrder,
    pay: payHere(body.toPay, writing),
    next: [say.next, ...(body.failed ? [] : [say.nextCrossed]), say.nextNot],
  };
}

/** How much and by when. */
export function paymentFacts({ amount, by }: PaymentToCome, writing: Writing): readonly Fact[] {
  const say = writing.words.mails.payment;
  return [fact(writing, say.amount, writing.format.money(amount)), ...promised(writing, say.payBy, by)];
}

/** Where to pay, below the mail's own link; an address that is none is not shown. */
export function payHere({ url }: PaymentToCome, writing: Writing): PayHere {
  const address = webAddress(url);
  if (address === undefined) return undefined;
  return { facts: [fact(writing, writing.words.mails.payment.payHere, show(address, limits.address * 4), address)] };
}
