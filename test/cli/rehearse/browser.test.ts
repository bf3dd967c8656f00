import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '../../../cli/rehearse/page/page.ts';
import { hasBrowser, launchBrowser } from '../../e2e/browser.ts';
import { annesOrder, played } from './a-story.ts';

const story = `${annesOrder}facts:
  - { at: 2026-11-24 15:00, tell: shipments, parcel: p1, trackingUrl: "https://carrier.example/p1" }
  - { at: 2026-11-26 10:00, tell: deliveries, parcel: p1 }
until: 2026-11-27 10:00
`;

describe.runIf(hasBrowser)('the page of a rehearsal in a browser', () => {
  let browser: Browser;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rehearsal-'));
    const file = join(folder, 'page.html');
    await writeFile(file, pageOf(await played(story)));
    address = pathToFileURL(file).href;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  /** The page on a screen of that width, with whatever it asked the network for. */
  async function opened(width: number): Promise<{ page: Page; asked: string[]; said: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const [asked, said]: [string[], string[]] = [[], []];
    page.on('request', (request) => {
      if (request.url() !== address && request.url() !== 'about:srcdoc') asked.push(request.url());
    });
    page.on('console', (message) => said.push(message.text()));
    await page.goto(address);
    return { page, asked, said };
  }

  it('asks the network for nothing, and keeps the mail in its place when a link in it is clicked', async () => {
    const { page, asked, said } = await opened(1200);
    await page.locator('#mail-2 > summary').click();
    const mail = page.frameLocator('#mail-2 iframe');
    await mail.locator('a[href*="carrier.example"]').first().click();
    await mail.locator('a[href*="maison-lumiere.example"]').first().click();
    await page.waitForTimeout(200);
    expect(page.context().pages()).toHaveLength(1);
    await mail.getByText('Blue vase').first().waitFor();
    expect(asked).toEqual([]);
    expect(said.filter((text) => /content security policy/i.test(text))).toEqual([]);
  });

  it.each([390, 1200])('fits a screen %d pixels wide, with a mail opened in it', async (width) => {
    const { page } = await opened(width);
    await page.locator('#mail-1 > summary').click();
    await page.frameLocator('#mail-1 iframe').getByText('Anne Petit').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
