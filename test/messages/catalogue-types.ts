import type { Catalogues, CommonWords } from '../../messages/catalogues/catalogue.ts';
import { catalogues } from '../../messages/catalogues/catalogues.ts';
import { fr } from '../../messages/catalogues/fr.ts';
import { en as say } from '../../messages/catalogues/typography.ts';
import { show } from '../../messages/shown.ts';

/**
 * Mistakes that must not compile: `tsc --noEmit` fails where one of these lines stops being an error. Nothing here is run.
 */

// @ts-expect-error a key is missing
export const missingKey: CommonWords['reasons'] = { supplier: say`a`, weather: say`b`, strike: say`c`, stock: say`d` };

export const keyTooMany: CommonWords['reasons'] = {
  ...catalogues.fr.common.reasons,
  // @ts-expect-error a key too many
  moon: say`the moon`,
};

// @ts-expect-error a language is missing
export const missingLanguage: Catalogues = { fr };

// @ts-expect-error an argument is missing
export const missingArgument = fr.common.noDateYet({ signatory: show('Camille') });

// @ts-expect-error an argument that nobody gives
export const inventedArgument: CommonWords['help'] = ({ phone, fax }) => say`${phone} ${fax}`;

// @ts-expect-error what somebody typed, and nobody made fit to be shown
export const rawValue = fr.common.greeting('<b>');

// @ts-expect-error words that were not typeset
export const rawWords: CommonWords['seeOrder'] = 'See my order';
