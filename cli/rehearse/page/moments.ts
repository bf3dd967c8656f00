import type { Told } from '../../../functions/domain/order/order.ts';
import type { StateStay } from '../../../local/step-functions/states-of.ts';
import type { SentMail } from '../../../local/virtual/memory-ports.ts';
import type { Rehearsal, ToldFact } from '../play.ts';

/** A mail with the number by which the page calls it. */
export interface NumberedMail {
  readonly number: number;
  readonly mail: SentMail;
}

/** A fact with the letter by which the page calls it. */
export interface LetteredFact {
  readonly letter: string;
  readonly fact: ToldFact;
}

/** All that happened at one instant: what was told, or what fell due in silence, and everything that came of it. */
export interface Moment {
  readonly at: number;
  readonly facts: readonly LetteredFact[];
  readonly told: readonly Told[];
  readonly mails: readonly NumberedMail[];
  readonly staffMails: readonly SentMail[];
  /** The states that were entered, each with the error that left the one before. */
  readonly states: readonly { readonly name: string; readonly because?: string | undefined }[];
}

/** The whole rehearsal, moment by moment. A moment in which nothing but states changed belongs to it too. */
export function momentsOf(rehearsal: Rehearsal): Moment[] {
  const { order, staffMails } = rehearsal;
  const [facts, mails, states] = [letteredFacts(rehearsal), numberedMails(rehearsal), entered(rehearsal.states)];
  const instants = new Set([
    ...facts.map(({ fact }) => fact.at),
    ...order.told.map(({ at }) => at),
    ...mails.map(({ mail }) => mail.at),
    ...staffMails.map(({ at }) => at),
    ...states.map(({ at }) => at),
  ]);
  return [...instants]
    .sort((a, b) => a - b)
    .map((at) => ({
      at,
      facts: facts.filter(({ fact }) => fact.at === at),
      told: order.told.filter((told) => told.at === at),
      mails: mails.filter(({ mail }) => mail.at === at),
      staffMails: staffMails.filter((mail) => mail.at === at),
      states: states.filter((state) => state.at === at),
    }));
}

export function numberedMails({ mails }: Rehearsal): NumberedMail[] {
  return mails.map((mail, index) => ({ number: index + 1, mail }));
}

/** A to Z, then AA and so on. */
export function letteredFacts({ told }: Rehearsal): LetteredFact[] {
  return told.map((fact, index) => ({ letter: letterFor(index), fact }));
}

function letterFor(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : `${letterFor(Math.floor(index / 26) - 1)}${last}`;
}

function entered(stays: readonly StateStay[]) {
  return stays.map(({ name, enteredAt }, index) => ({
    name,
    at: Date.parse(enteredAt),
    because: stays[index - 1]?.error,
  }));
}
