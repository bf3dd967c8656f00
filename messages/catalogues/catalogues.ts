import type { Catalogues } from './catalogue.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every language we speak: a locale without its catalogue does not compile. */
export const catalogues: Catalogues = { fr, en };
