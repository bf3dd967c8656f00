import { caseSubjects } from '../../messages/letter.ts';
import { customerChoices, customerWords, type CustomerChoice, type CustomerWord } from '../../messages/pages/models.ts';
import { choicesOpen, mayBeChosen } from '../domain/order/choices.ts';
import type { ChoiceFact, WordFact } from '../domain/order/facts.ts';
import type { RecordedOrder } from '../domain/order/order.ts';
import { read } from '../domain/order/reading.ts';
import type { Details, LinkPurpose } from '../domain/ports.ts';
import { longestText, withoutControls } from '../domain/told-to-us/written.ts';

/** A word on the page behind a link, as the form gave it. */
export interface SaidWord {
  readonly word: CustomerWord;
  readonly about?: WordFact['about'];
  readonly parcel?: string | undefined;
  readonly text?: string | undefined;
}

export type Said = SaidWord | { readonly choice: CustomerChoice };

/** What a form says; undefined where it says nothing that the page asked. A choice is only taken behind a link that asks for one. */
export function saidIn(
  form: ReadonlyMap<string, string>,
  purpose: LinkPurpose,
  order: RecordedOrder,
): Said | undefined {
  const choice = customerChoices.find((each) => each === form.get('choice'));
  if (choice !== undefined) return purpose === 'choice' ? { choice } : undefined;
  const word = customerWords.find((each) => each === form.get('word'));
  if (word === undefined) return undefined;
  const parcel = given(form, 'parcel');
  if (parcel !== undefined && !isParcelOf(order, parcel)) return undefined;
  const about = given(form, 'about');
  const subject = caseSubjects.find((each) => each === about);
  if (about !== undefined && subject === undefined) return undefined;
  const text = given(form, 'text');
  return { word, about: word === 'problem' ? subject : undefined, parcel, text };
}

function given(form: ReadonlyMap<string, string>, field: string): string | undefined {
  const value = withoutControls(form.get(field) ?? '').trim();
  return value === '' ? undefined : value.slice(0, longestText).toWellFormed();
}

function isParcelOf({ facts }: RecordedOrder, parcel: string): boolean {
  return facts.some((fact) => (fact.name === 'shipment' || fact.name === 'delivery') && fact.parcel === parcel);
}

/** The last word about the same parcel, or about the order as a whole. */
export function wordBefore({ facts }: RecordedOrder, { parcel }: SaidWord): WordFact | undefined {
  return facts.findLast((fact): fact is WordFact => fact.name === 'word' && fact.parcel === parcel);
}

/**
 * The same word again, nothing added: it is answered already. "Not yet" is another one when another mail asked since:
 * then it is the second time, and that has consequences (charter).
 */
export function isSameWord(
  said: SaidWord,
  before: WordFact,
  text: Details | undefined,
  order: RecordedOrder,
  message: string,
): boolean {
  if (said.word !== before.word || (said.about ?? 'other') !== (before.about ?? 'other')) return false;
  if ((said.text ?? '') !== (text?.['text'] ?? '')) return false;
  const asked = order.told.find(({ key }) => key === message);
  return said.word !== 'not-yet' || asked === undefined || order.facts.indexOf(before) >= asked.seen;
}

/** The same choice again, with nothing asked since: it is answered already. */
export function isSameChoice(
  choice: CustomerChoice,
  before: ChoiceFact,
  order: RecordedOrder,
  message: string,
): boolean {
  if (before.choice !== choice || read(order).ledger.out.length > 0) return false;
  const asked = order.told.find(({ key }) => key === message);
  return asked === undefined || order.facts.indexOf(before) >= asked.seen;
}

/** Only what the page offers is taken from it. */
export function isOffered(choice: CustomerChoice, order: RecordedOrder, now: number): boolean {
  const reading = read(order);
  return choicesOpen(reading, now).length > 0 && mayBeChosen(choice, reading, now);
}
