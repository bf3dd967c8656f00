import type { MessageName, MorningLetter, StaffLetter } from '../letter.ts';

/** What build/messages.ts writes to compiled.js: every template, ready for the Handlebars runtime. */

/** Precompiled Handlebars: only its runtime looks inside. */
export interface CompiledTemplate {
  readonly compiler: readonly [revision: number, versions: string];
}

export interface Compiled<Name extends string = string> {
  /** The HTML (MJML once); every value in it is escaped. */
  readonly html: Readonly<Record<Name, CompiledTemplate>>;
  /** The plain text: nothing is escaped in it. */
  readonly text: Readonly<Record<Name, CompiledTemplate>>;
}

/** The layout, and what the messages include. */
export const parts: Compiled<'layout'> & Compiled;
export const letters: Compiled<Exclude<MessageName, 'offer-promo'>>;
export const offers: Compiled<'offer-promo'>;
export const staff: Compiled<(StaffLetter | MorningLetter)['message']>;
