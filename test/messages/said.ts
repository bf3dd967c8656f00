import type { Locale, MessageName } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { sample } from './samples.ts';

/** What a message says, with ordinary spaces. */
export function said(message: MessageName, situation: string, locale: Locale): string {
  return renderLetter(sample(message, situation, locale)).text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}
