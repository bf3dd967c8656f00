import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differencesIn } from '../../../cli/rehearse/differences.ts';
import { pageOf } from '../../../cli/rehearse/page/page.ts';
import { play } from '../../../cli/rehearse/play.ts';
import { readStory } from '../../../cli/rehearse/story.ts';
import { routes } from '../../../infra/routes.ts';
import { theDefinition } from './a-story.ts';

/** A story may tell of what only a later release takes: it is played once every call in it has a route. */
const offered: readonly string[] = Object.values(routes).flat();
const isOffered = (call: string): boolean => call === 'orders' || offered.some((route) => route.endsWith(`}/${call}`));

const folder = resolve(import.meta.dirname, '../../../docs/rehearsals');
const stories = readdirSync(folder).map((file) => ({
  file,
  story: readStory(file, readFileSync(join(folder, file), 'utf8')),
}));

describe.each(stories)('the story $file', ({ story }) => {
  const itOnceOffered = it.runIf(story.tellings.every(({ call }) => isOffered(call)));

  itOnceOffered('comes as the charter promises', async () => {
    expect(story.expected).toMatchObject({ mails: expect.any(Array), ended: expect.any(String) });
    expect(differencesIn(await play(story, theDefinition()))).toEqual([]);
  });

  itOnceOffered('makes a page that shows every mail, and needs nothing from elsewhere', async () => {
    const rehearsal = await play(story, theDefinition());
    const page = pageOf(rehearsal);
    const shown = page.replaceAll('&#39;', "'");
    for (const { subject } of [...rehearsal.mails, ...rehearsal.staffMails]) expect(shown).toContain(`>${subject}</b>`);
    expect(page.match(/<iframe/g)).toHaveLength(rehearsal.mails.length + rehearsal.staffMails.length);
    expect(page.replaceAll(/srcdoc="[^"]*"/g, '')).not.toMatch(/<script|<link|\ssrc=|url\(|@import|href="(?!#)/i);
  });
});
