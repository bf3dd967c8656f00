import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../../e2e/browser.ts';
import { matrix } from '../matrix/matrix.ts';
import type { Exhibit } from './exhibits.ts';
import { galleryPage } from './page.ts';
import { viewerScript } from './viewer-script.ts';

/** A gallery of two rooms in each language, in which one mail is spoiled. */
function exhibits(): readonly Exhibit[] {
  const mails = [...matrix()].filter(({ message, reader }) => reader === 'buyer' && /open-case|trace/u.test(message));
  return mails.map(({ message, words, situation, locale, reader, tone, case: one }, index) => ({
    situation,
    locale,
    reader,
    tone,
    case: one,
    what: message,
    html: words.html,
    mail: { subject: words.subject, preheader: 'What comes after the subject', text: words.text },
    findings: index === 0 ? [{ rule: 'holes', where: 'text: Hello <b>undefined</b>,' }] : [],
  }));
}

describe.runIf(hasBrowser)('the gallery, in Chromium', () => {
  let browser: Browser;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gallery-'));
    const file = join(folder, 'gallery.html');
    await writeFile(file, galleryPage(exhibits(), await viewerScript()));
    address = pathToFileURL(file).href;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function entered(where = ''): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => trouble.push(message.text()));
    page.on('request', (request) => {
      if (!/^(?:file|about|data):/u.test(request.url())) trouble.push(request.url());
    });
    await page.goto(`${address}${where}`);
    await page.locator('article').first().waitFor();
    return { page, trouble };
  }

  test('shows a mail on a phone and on a desk beside its text, with what is wrong with it', async () => {
    const { page, trouble } = await entered('#what=trace-parcel&locale=fr&case=all');
    const first = page.locator('article').first();
    await first.frameLocator('iframe[title=phone]').getByRole('heading').first().waitFor();
    await first.frameLocator('iframe[title=desktop]').getByRole('heading').first().waitFor();
    expect(await first.locator('pre').textContent()).toContain('Bonjour Zoë Martin,');
    expect(await page.locator('.findings').allTextContents()).toEqual(['holes: text: Hello <b>undefined</b>,']);
    expect(trouble).toEqual([]);
  });

  test('fills only the frames near the screen', async () => {
    const { page } = await entered('#what=open-case&locale=en&case=all');
    await page.frameLocator('iframe').first().getByRole('heading').first().waitFor();
    const [frames, filled] = [page.locator('iframe'), page.locator('iframe[srcdoc]')];
    expect(await filled.count()).toBeLessThan((await frames.count()) / 2);
  });

  test('turns off the light', async () => {
    const { page, trouble } = await entered('#what=open-case&locale=en');
    const paper = page.frameLocator('iframe').first().locator('body');
    const colour = (): Promise<string> => paper.evaluate('getComputedStyle(document.body).backgroundColor');
    await paper.getByRole('heading').first().waitFor();
    expect(await colour()).toBe('rgb(244, 241, 234)');
    await page.getByLabel('light').selectOption('dark');
    await expect.poll(colour).toBe('rgb(23, 22, 19)');
    expect(trouble).toEqual([]);
  });

  test('goes on to another message, in another language, and the address says where one is', async () => {
    const { page } = await entered();
    await page.getByRole('link', { name: 'open-case' }).click();
    await page.getByLabel('language').selectOption('en');
    await page.getByRole('heading', { name: 'Order #1001: we are putting it right' }).first().waitFor();
    expect(page.url()).toContain('what=open-case&locale=en');
  });
});
