import { catalogues } from '../../../../messages/catalogues/catalogues.ts';
import { formatFor } from '../../../../messages/format.ts';
import type { Letterhead, StaffLetter } from '../../../../messages/letter.ts';
import { limits, show, showLines } from '../../../../messages/shown.ts';
import { visible, type Seen } from '../seen.ts';
import type { Rule } from './rule.ts';

/** The charter's ninth: what every message carries, in HTML and in plain text alike. */
export const letterhead: Rule = {
  name: 'letterhead',
  broken: (seen) => {
    const forms = { html: visible(seen).textContent, text: seen.words.text };
    return wanted(seen).flatMap(([what, value]) =>
      Object.entries(forms)
        .filter(([, form]) => !form.includes(value))
        .map(([form]) => `${form}: no ${what}`),
    );
  },
};

type Wanted = readonly (readonly [what: string, value: string])[];

function wanted({ letter, locale }: Seen): Wanted {
  const onAll: Wanted = [
    ['name of the shop', show('head' in letter ? letter.head.shop.name : letter.shop.name)],
    ['word on what happens next', catalogues[locale].common.whatNext],
  ];
  if ('head' in letter) return [...onAll, ...toCustomers(letter.head)];
  return letter.message === 'staff-task' ? [...onAll, ...toStaff(letter)] : onAll;
}

function toCustomers({ locale, zone, now, shop, order }: Letterhead): Wanted {
  return [
    ['number of the order', show(order.number, limits.number)],
    ['phone of the shop', show(shop.phone, limits.number)],
    ...showLines(shop.address, { limit: limits.address * 4, lines: 8 }).map(
      (line) => ['postal address of the shop', line] as const,
    ),
    ['name of who signs', show(shop.signatory.name)],
    ['role of who signs', show(shop.signatory.role)],
    ...(shop.opensAt === undefined
      ? []
      : [['hour when the phone is answered', formatFor(locale, zone, now).moment(shop.opensAt)] as const]),
  ];
}

/** What a person needs to begin at once; whoever cannot be reached is said to be so. */
function toStaff({ locale, owner, task, order, customer }: StaffLetter): Wanted {
  const { phone, email } = customer;
  return [
    ['number of the order', show(order.number, limits.number)],
    ['name of whose task it is', show(owner)],
    ['name of the customer', show(customer.name)],
    ['reference of the task', show(task.id)],
    ...(phone === undefined ? [] : [['phone of the customer', show(phone, limits.number)] as const]),
    ...(email === undefined ? [] : [['e-mail of the customer', show(email, limits.address * 2)] as const]),
    ...(phone === undefined && email === undefined
      ? [['word on how the customer is reached', catalogues[locale].staff.noContact] as const]
      : []),
  ];
}
