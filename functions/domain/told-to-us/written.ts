/** Whatever a person wrote; in mails it is cut where it would break them, and escaped. */
export const longestText = 10_000;

/** Control characters mean nothing in a text and break mails, tables and terminals; unpaired surrogates are no characters. */
export function withoutControls(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
}
