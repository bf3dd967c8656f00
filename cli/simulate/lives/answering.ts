import type { ChoiceFact, WordFact } from '../../../functions/domain/order/facts.ts';
import { customerChoiceDraft } from '../../../functions/domain/told-to-us/choice.ts';
import { customerWordDraft, wordBody, wordDraft } from '../../../functions/domain/told-to-us/word.ts';
import type { Chance, Weighted } from '../chance.ts';
import { canary } from '../judging/canaries.ts';
import { day, hour, minute, type Life } from '../life.ts';

/** A mail as the customer has it before them. */
export interface Read {
  readonly message: string;
  /** The key of the message: what an answer by its link refers to. */
  readonly key: string;
  /** The parcels that it is about. */
  readonly parcels: readonly string[];
  /** What it offers to choose between, if anything. */
  readonly choices: readonly ChoiceFact['choice'][];
  readonly at: number;
}

type Answering = (life: Life, mail: Read, chance: Chance) => void;

/** What the customer does about a mail; it depends on what came, and on what is true. */
export function answerMail(life: Life, mail: Read): void {
  const chance = life.chance(`answer to ${mail.key}`);
  const ways = mail.choices.length > 0 ? toAChoice : answers[mail.message];
  if (ways !== undefined) chance.oneOf(ways)(life, mail, chance);
}

const silent: Answering = () => {};

const toAChoice: readonly Weighted<Answering>[] = [
  [40, silent],
  [60, chooses],
];

/** By message; a new kind of answer is one more line. */
const answers: { readonly [message: string]: readonly Weighted<Answering>[] | undefined } = {
  'ask-delivery-check': [
    [55, saysWhatIsTrue],
    [35, silent],
    [4, says('problem', 'damaged')],
    [2, says('problem', 'wrong')],
    [2, says('question')],
    [1, says('not-yet')],
    [1, saysTwice],
  ],
  'confirm-order': [
    [98, silent],
    [1, asksByPhone],
    [1, says('problem', 'other')],
  ],
  'announce-shipment': [
    [96, silent],
    [2, says('received')],
    [1, says('not-yet')],
    [1, asksByPhone],
  ],
  'warn-delivery-delay': [
    [90, silent],
    [10, says('not-yet')],
  ],
  'trace-parcel': [
    [60, silent],
    [40, saysWhatIsTrueLater],
  ],
  'open-case': [
    [80, silent],
    [20, saysWhatIsTrueLater],
  ],
  'thank-customer': [
    [98, silent],
    [2, says('problem', 'damaged')],
  ],
};

const soon = (chance: Chance): number => chance.between(minute, chance.inHundred(70) ? 12 * hour : 6 * day);

function saysWhatIsTrue(life: Life, mail: Read, chance: Chance): void {
  sayTruth(life, mail, mail.at + soon(chance));
}

function saysWhatIsTrueLater(life: Life, mail: Read, chance: Chance): void {
  sayTruth(life, mail, mail.at + chance.between(day, 5 * day));
}

function sayTruth(life: Life, mail: Read, at: number): void {
  say(life, mail, at, life.has(mail.parcels, at) ? 'received' : 'not-yet');
}

/** Received, and a second thought. */
function saysTwice(life: Life, mail: Read, chance: Chance): void {
  const at = mail.at + soon(chance);
  say(life, mail, at, 'received');
  say(life, mail, at + chance.between(1000, 3 * day), 'problem', 'damaged');
}

function says(word: WordFact['word'], about?: WordFact['about']): Answering {
  return (life, mail, chance) => say(life, mail, mail.at + soon(chance), word, about);
}

/** With the link of a mail, as its page has it. */
function say(life: Life, mail: Read, at: number, word: WordFact['word'], about?: WordFact['about']): void {
  const parcel = mail.parcels.length === 1 ? mail.parcels[0] : undefined;
  life.tell(at, (telling) => {
    const draft = customerWordDraft({ word, about, parcel, after: life.lastWord }, telling);
    life.lastWord = draft.fact.id;
    return draft;
  });
}

function asksByPhone(life: Life, mail: Read, chance: Chance): void {
  const body = wordBody.parse({ word: 'question', text: `Can you wrap it? ${canary}`, by: 'phone' });
  life.tell(mail.at + soon(chance), (telling) => wordDraft(body, telling));
}

function chooses(life: Life, mail: Read, chance: Chance): void {
  const choice = mail.choices[chance.between(0, mail.choices.length - 1)]!;
  life.tell(mail.at + soon(chance), (telling) =>
    customerChoiceDraft({ choice, message: mail.key, after: undefined }, telling),
  );
}
