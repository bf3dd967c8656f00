import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { en, fr, type Say } from '../messages/catalogues/typography.ts';

/**
 * Typesets the sentences without values in the bundles: they are the same for ever, and a new instance of whoever writes mails
 * would typeset a thousand of them before its first.
 */
export const typeset: Plugin = {
  name: 'typeset',
  setup(build) {
    for (const [language, say] of Object.entries({ en, fr })) {
      const filter = new RegExp(String.raw`[\\/]messages[\\/]catalogues[\\/]${language}[\\/].*\.ts$`);
      build.onLoad({ filter }, ({ path }) => ({
        contents: withTypeset(readFileSync(path, 'utf8'), language, say),
        loader: 'ts',
      }));
    }
  },
};

/** The source of a catalogue with its sentences as strings; those with values, or with a backslash, as they are. */
export function withTypeset(source: string, language: string, say: Say): string {
  return source.replaceAll(new RegExp(String.raw`\b${language}\`([^\`$\\]*)\``, 'g'), (_, words: string) =>
    JSON.stringify(say([words] as unknown as TemplateStringsArray)),
  );
}
