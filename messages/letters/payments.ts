import type { Particulars, PaymentToCome } from '../letter.ts';
import { webAddress } from '../links.ts';
import type { Shown } from '../shown.ts';
import { fact, promised, type Fact, type Link, type Mail, type Writing } from './writing.ts';

/** What is to be paid and by when, as lines of the table. */
export function payFacts(writing: Writing, toPay: PaymentToCome | undefined): readonly Fact[] {
  if (toPay === undefined) return [];
  const say = writing.words.mails['remind-payment'];
  return [fact(writing, say.toPay, writing.format.money(toPay.amount)), ...promised(writing, say.payBy, toPay.by)];
}

/** That it is still to be paid, in a sentence; with the days that count from then, where any do. */
export function asksForPayment({ words, format }: Writing, toPay: PaymentToCome, daysCount: boolean): readonly Shown[] {
  const say = words.mails['remind-payment'];
  return [
    say.asks({ amount: format.money(toPay.amount), by: format.promise(toPay.by) }),
    ...(daysCount ? [say.daysCount] : []),
  ];
}

/** Where it is paid; nothing where the shop named no place that a link may lead to. */
export function payLink({ words, format }: Writing, { amount, url }: PaymentToCome): Link | undefined {
  const address = webAddress(url);
  if (address === undefined) return undefined;
  const label = words.mails['remind-payment'].pay({ amount: format.money(amount) });
  return { label, labelled: words.common.labelled(label, address), url: address };
}

export interface RemindPaymentMail extends Mail {
  readonly pay: Link | undefined;
}

/** The payment has not come, or was refused: said once and gently, without a reason that nobody gave. */
export function remindPayment({ toPay, failed }: Particulars['remind-payment'], writing: Writing): RemindPaymentMail {
  const { words, order, format } = writing;
  const say = words.mails['remind-payment'];
  const pay = payLink(writing, toPay);
  return {
    subject: say.subject({ order, failed }),
    title: say.title(failed),
    paragraphs: [
      say.opening({ failed, amount: format.money(toPay.amount), by: format.promise(toPay.by) }),
      ...(pay === undefined ? [say.howToPay] : []),
    ],
    facts: payFacts(writing, toPay),
    button: words.common.seeOrder,
    pay,
    next: [say.daysCount, ...(failed ? [] : [say.paidAlready]), say.notWanted],
  };
}
