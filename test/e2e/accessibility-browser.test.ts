import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../messages/letter.ts';
import { matrix, type MatrixMail } from '../messages/matrix/matrix.ts';
import { pageSamples } from '../messages/page-samples.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

// What axe, and a ruler, find in mails and pages on a phone, by day and by night.

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const schemes = ['light', 'dark'] as const;

/** A mail is shown inside a page of somebody else's: landmarks and skip links are theirs. */
const everything: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } },
};

const contrastOnly: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast'] },
};

interface Sheet {
  readonly name: string;
  readonly html: string;
}

let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) browser = await launchBrowser();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

describe.skipIf(!hasBrowser).each(locales)('in %s, in Chromium', (locale) => {
  test.each(schemes)('every message can be read by everybody, %s', async (scheme) => {
    expect(await foundIn(representative(locale, 'as it is'), scheme)).toEqual([]);
  });

  test.each(schemes)('every page can be read by everybody, %s', async (scheme) => {
    expect(await foundIn(pageSamples(locale), scheme)).toEqual([]);
  });

  test('the longest names make nothing wider than the screen', async () => {
    const { page, found } = await opened('light');
    for (const sheet of representative(locale, 'long names')) await lookAtWidth(page, sheet, found);
    await page.context().close();
    expect(found).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('the eyes of these tests', () => {
  test('see too little contrast, and what is too wide', async () => {
    const bad = `<html lang="en"><title>x</title><h1 style="color:#bbb;background:#fff">Pale</h1><p style="width:900px">Wide</p>`;
    const found = (await foundIn([{ name: 'bad', html: bad }], 'light')).join('\n');
    expect(found).toContain('color-contrast');
    expect(found).toContain('wider than');
  });
});

/** Each message in its first situation, in each tone that has words of its own. */
function representative(locale: Locale, chosenCase: string): readonly Sheet[] {
  const chosen = new Map<string, Sheet>();
  for (const mail of matrix([locale])) {
    const key = `${mail.message}/${mail.tone}`;
    if (mail.case !== chosenCase || chosen.has(key)) continue;
    chosen.set(key, { name: nameOf(mail), html: mail.words.html });
  }
  return [...chosen.values()];
}

function nameOf({ message, situation, locale, tone, case: one }: MatrixMail): string {
  return [message, situation, locale, tone, one].join(' / ');
}

async function opened(scheme: (typeof schemes)[number]): Promise<{ page: Page; found: string[] }> {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 390, height: 844 } });
  return { page: await context.newPage(), found: [] };
}

/** By night only the colours differ, so only they are looked at again. */
async function foundIn(sheets: readonly Sheet[], scheme: (typeof schemes)[number]): Promise<string[]> {
  const { page, found } = await opened(scheme);
  // It stays there, whatever is shown afterwards.
  await page.evaluate(axeSource);
  const options = scheme === 'light' ? everything : contrastOnly;
  for (const sheet of sheets) {
    await lookAtWidth(page, sheet, found);
    for (const what of await unreadable(page, options)) found.push(`${sheet.name}: ${what}`);
  }
  await page.context().close();
  return found;
}

/** Leaves the page as wide as a phone. */
async function lookAtWidth(page: Page, { name, html }: Sheet, found: string[]): Promise<void> {
  await page.setContent(html);
  for (const width of [700, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const what of await tooWide(page)) found.push(`${name}, ${width} px: ${what}`);
  }
}

async function unreadable(page: Page, options: RunOptions): Promise<string[]> {
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

async function tooWide(page: Page): Promise<string[]> {
  const [shown, content] = await page.evaluate<[number, number]>(
    '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
  );
  return content > shown ? [`${content} px wide, wider than the screen`] : [];
}
