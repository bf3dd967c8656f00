import type { StaffCatalogue } from '../catalogues/catalogue.ts';
import type { StaffLetter } from '../letter.ts';
import { phoneAddress } from '../links.ts';
import { limits, show, type Shown } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { fact, named, noteOf, type Fact, type Note, type Writing } from './writing.ts';

export interface StaffTaskMail {
  readonly subject: Shown;
  readonly title: Shown;
  readonly paragraphs: readonly Shown[];
  readonly facts: readonly Fact[];
  readonly note: Note | undefined;
  readonly goods: GoodsList | undefined;
  readonly next: readonly Shown[];
}

/** Tells a person in the shop what to do, for whom and by when, with all that is needed to begin at once. */
export function staffTask(letter: StaffLetter, writing: Writing<StaffCatalogue>): StaffTaskMail {
  const { words, order, format } = writing;
  const { task, customer } = letter;
  const say = words.staff;
  const todo = say.todo[task.why];
  const { overdue } = task;
  const contact = [
    ...named(writing, say.phone, customer.phone, limits.number).map((line) => ({
      ...line,
      url: phoneAddress(customer.phone ?? ''),
    })),
    ...named(writing, say.email, customer.email, limits.address * 2),
  ];
  return {
    subject: overdue > 0 ? say.subjectOverdue({ todo, order }) : say.subject({ todo, order }),
    title: todo,
    paragraphs: [
      ...(overdue > 0 ? [say.overdue(overdue)] : []),
      say.why({ why: task.why, customer: show(customer.name) }),
    ],
    facts: [
      fact(writing, say.dueBy, format.hourToCome(task.dueAt)),
      fact(writing, say.order, order),
      fact(writing, say.customer, show(customer.name)),
      ...(contact.length > 0 ? contact : [fact(writing, say.phone, say.noContact)]),
      fact(writing, say.reference, show(task.id)),
    ],
    note: noteOf(say.note, letter.note),
    goods: letter.goods.length > 0 ? listGoods(writing, say.goods, letter.goods) : undefined,
    next: [say.whenDone],
  };
}
