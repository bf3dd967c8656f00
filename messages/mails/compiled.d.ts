import type { MessageName, StaffLetter } from '../letter.ts';

/** What build/messages.ts writes to compiled.js: every template, ready for the Handlebars runtime. */

/** Precompiled Handlebars: only its runtime looks inside. */
export interface CompiledTemplate {
  readonly compiler: readonly [revision: number, versions: string];
}

type Name = MessageName | StaffLetter['message'] | 'layout';

/** The HTML parts (MJML once); every value in them is escaped. Beside the messages: the parts that these include. */
export const html: Readonly<Record<Name, CompiledTemplate> & Record<string, CompiledTemplate>>;

/** The plain-text parts: nothing is escaped in them. */
export const text: Readonly<Record<Name, CompiledTemplate> & Record<string, CompiledTemplate>>;
