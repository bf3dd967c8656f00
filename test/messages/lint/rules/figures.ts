import type { Locale } from '../../../../messages/letter.ts';
import { linesWith, type Rule, type RuleOfWords } from './rule.ts';

/** Figures as each language writes them: money, days, and how many there are of something. */

const wrongAmounts: Record<Locale, readonly RegExp[]> = {
  fr: [
    /[^\u00A0\u202F](?:€|\$|¥|￥|JPY|USD|EUR|%)/u,
    // Thousands stand apart by a narrow no-break space; cents are two, and yen have none.
    /\d[ .]\d{3}(?!\d)/u,
    /\d,\d(?!\d)[\u00A0\u202F](?:€|\$)/u,
    /,\d+[\u00A0\u202F](?:¥|￥|JPY)/u,
    /\d{4,}(?:,\d+)?[\u00A0\u202F](?:€|\$|¥|￥|JPY)/u,
  ],
  en: [/[€$¥](?!\d)/u, /[€$][\d,]+\.\d(?!\d)/u, /¥[\d,]+\.\d/u, /[€$¥]\d{4,}/u, /\d\s*(?:€|EUR|USD|JPY)|\d\s+%/u],
};

export const amounts: RuleOfWords = {
  name: 'amounts',
  broken: ({ ours, locale }) => linesWith(ours, wrongAmounts[locale]),
};

/** A price, in either language. */
const money = /[€$¥￥]|JPY|USD|EUR/u;

/** Who receives a gift sees no price. */
export const gifts: Rule = {
  name: 'gifts bear no price',
  broken: ({ ours, letter }) => ('head' in letter && letter.head.giftOf !== undefined ? linesWith(ours, [money]) : []),
};

const months: Record<Locale, string> = {
  fr: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  en: 'January|February|March|April|May|June|July|August|September|October|November|December',
};
const weekdays: Record<Locale, string> = {
  fr: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  en: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
};
const inNumbers = /\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}/u;

const wrongDays: Record<Locale, readonly RegExp[]> = {
  fr: [
    new RegExp(`(?<!(?:${weekdays.fr}) )(?<!\\d)(?:\\d{1,2}|1er) (?:${months.fr})(?!\\p{L})`, 'iu'),
    new RegExp(`(?<!\\d)1 (?:${months.fr})(?!\\p{L})`, 'iu'),
    inNumbers,
  ],
  en: [
    new RegExp(`(?<!(?:${weekdays.en}) )(?<!\\d)\\d{1,2} (?:${months.en})\\b`, 'u'),
    new RegExp(`\\b(?:${months.en}) \\d{1,2}(?:st|nd|rd|th)?\\b(?! \\d{4})`, 'u'),
    inNumbers,
  ],
};

/** A day is never only a number: whoever reads it must not look for a calendar. */
export const days: RuleOfWords = {
  name: 'days have a weekday',
  broken: ({ ours, locale }) => linesWith(ours, wrongDays[locale]),
};

const many = '(?:[2-9]|[1-9]\\d+)';
const space = '[ \\u00A0\\u202F]';

const wrongPlurals: Record<Locale, readonly RegExp[]> = {
  fr: [
    // In French nothing and one are singular; "colis" and "fois" have one form.
    new RegExp(`(?<![\\d,.#])[01]${space}(?:autres|articles|commandes|tâches|lots|parties)(?!\\p{L})`, 'u'),
    new RegExp(`(?<![\\d,.#])${many}${space}(?:autre|article|commande|tâche|lot|partie)(?!\\p{L})`, 'u'),
    new RegExp(`(?<!\\p{L})(?:vos|les|ces|des) (?:article|commande|tâche|lot)(?!\\p{L})`, 'iu'),
    new RegExp(`(?<!\\p{L})(?:votre|ce|cet|le) colis sont(?!\\p{L})|(?:vos|ces|les|\\d) colis est(?!\\p{L})`, 'iu'),
    new RegExp(`(?<!\\p{L})(?:0|aucun) \\p{L}+s sont`, 'iu'),
  ],
  en: [
    /(?<![\d,.#])1 (?:more )?(?:items|parcels|orders|tasks|parts|times)\b/u,
    new RegExp(`(?<![\\d,.#])(?:0|${many}) (?:more )?(?:item|parcel|order|task|part|time)\\b`, 'u'),
    /\b(?:parcels|items|orders|tasks|parts) (?:is|was|has)\b/u,
    /(?<!of )\b(?:[Yy]our|[Tt]his|[Tt]he) (?:parcel|item|order|task) (?:are|were|have)\b/u,
    /\b(?:these|those) (?:parcel|item|order|task|part)\b|\b(?:this|a|an) (?:parcels|items|orders|tasks)\b/iu,
  ],
};

/** What is counted agrees with its number, and a verb with what it is about. */
export const plurals: RuleOfWords = {
  name: 'plurals',
  broken: ({ ours, locale }) => linesWith(ours, wrongPlurals[locale]),
};
