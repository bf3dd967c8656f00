import { staffCatalogues } from './catalogues/staff-catalogues.ts';
import type { MorningLetter, StaffLetter, Words } from './letter.ts';
import { fillBoth, frame, greet, writingIn } from './letters/frame.ts';
import { morningList } from './letters/morning-list.ts';
import { staffTask } from './letters/staff-task.ts';
import { staff } from './mails/compiled.js';
import { mailsOf } from './mails/templates.ts';
import { show } from './shown.ts';

const mails = mailsOf(staff);

/** Puts a task into the words of a mail to staff, under the same guarantees as a letter to the customer. */
export function renderStaffLetter(letter: StaffLetter): Words {
  const writing = writingIn(staffCatalogues[letter.locale], letter, show(letter.owner));
  const mail = staffTask(letter, writing);
  const { common, staff: say } = writing.words;
  return fillBoth(mails, letter.message, {
    ...mail,
    ...frame(mail, writing, letter.shop),
    headline: common.orderNumber({ order: writing.order }),
    greeting: greet(writing, letter.owner),
    footer: [say.footer({ shop: show(letter.shop.name) })],
  });
}

/** Puts the list of the day into the words of a mail to staff, under the same guarantees. */
export function renderMorningLetter(letter: MorningLetter): Words {
  const head = { ...letter, order: { number: '' } };
  const writing = writingIn(staffCatalogues[letter.locale], head, show(letter.reader));
  const mail = morningList(letter, writing);
  return fillBoth(mails, letter.message, {
    ...mail,
    ...frame(mail, writing, letter.shop),
    greeting: greet(writing, letter.reader),
    footer: [writing.words.staff.footer({ shop: show(letter.shop.name) })],
  });
}
