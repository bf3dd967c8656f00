import type { Catalogues } from './catalogue.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/**
 * Every language we speak, whole: a locale without its catalogue, or with one that lacks something, does not compile. What
 * runs imports a part: to read all of it costs a new instance of a function milliseconds.
 */
export const catalogues: Catalogues = { fr, en };
