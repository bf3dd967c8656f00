import type { Locale } from '../../../../messages/letter.ts';
import { linesWith, type RuleOfWords } from './rule.ts';

/** How each language is printed. Patterns of what is wrong; what somebody typed was taken out before. */

const inAny = [
  // Two spaces, or one beside a no-break space; what a text line begins with is its indentation.
  /(?<=\S) [ \u00A0\u202F]|[\u00A0\u202F] (?=\S)/u,
  / [,.)](?!\d)/u,
  /\( /u,
  /["']/u,
  /\.{2,}|,{2,}|[,;:]\.|\.,/u,
  // A hyphen that stands for a dash.
  /(?<=\S) - /u,
];

const inFrench = [
  / [;:!?»%€]/u,
  /[^\s\u00A0\u202F!?][;!?»]/u,
  // Not in an hour, which is written with "h".
  /[^\s\u00A0\u202F]:/u,
  /«(?![\u00A0\u202F])/u,
  /[“”„]/u,
  /\d h\b/u,
];

const inEnglish = [/[\s\u00A0\u202F][;:!?]/u, /[«»„]/u, /\d (?:am|pm)\b/u];

const wrong: Record<Locale, readonly RegExp[]> = { fr: [...inAny, ...inFrench], en: [...inAny, ...inEnglish] };

export const typography: RuleOfWords = {
  name: 'typography',
  broken: ({ ours, locale }) => linesWith(ours, wrong[locale]),
};
