import { locales, type Locale } from '../../../messages/letter.ts';
import { lintMail } from '../lint/lint-mail.ts';
import { lintPage } from '../lint/lint-page.ts';
import { see, type Finding } from '../lint/seen.ts';
import { asItIs } from '../matrix/cases.ts';
import { matrix } from '../matrix/matrix.ts';
import { collectedPageSamples, pageSamples } from '../page-samples.ts';

/** Something to look at, with where it hangs. */
export interface Exhibit {
  /** A message's name, or a page's after "page". */
  readonly what: string;
  readonly situation: string;
  readonly locale: Locale;
  readonly reader: string;
  readonly tone: string;
  readonly case: string;
  readonly html: string;
  /** Of a mail. */
  readonly mail?: { readonly subject: string; readonly preheader: string; readonly text: string };
  readonly findings: readonly Finding[];
}

/** Every mail of the matrix and every page, in the order in which they hang. */
export function exhibits(): readonly Exhibit[] {
  return [...mails(), ...locales.flatMap(pages)];
}

function* mails(): Generator<Exhibit> {
  for (const { message, letter, words, ...place } of matrix()) {
    const { subject, text, html } = words;
    const { preheader } = see(words, letter);
    yield { ...place, what: message, html, mail: { subject, preheader, text }, findings: lintMail(words, letter) };
  }
}

function pages(locale: Locale): Exhibit[] {
  const all = [
    ...pageSamples(locale).map((page) => ({ ...page, reader: 'buyer' })),
    ...collectedPageSamples(locale).map((page) => ({ ...page, reader: 'who collects' })),
  ];
  return all.map(({ name, html, reader }) => {
    const [what = name, situation = ''] = name.replace('collected/', '').split('/');
    return {
      what: `page: ${what}`,
      situation,
      locale,
      reader,
      tone: 'neutral',
      case: asItIs,
      html,
      findings: lintPage(html, locale),
    };
  });
}
