import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from './browser.ts';
import { linkIn, Outside } from './outside.ts';

// What the customer sees, on a phone, with scripts turned off.
const inChromium = test.skipIf(!hasBrowser);

let shop: Outside;
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [shop, browser] = await Promise.all([Outside.open(), launchBrowser()]);
});
afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await shop.close();
});

async function asked(changes: object = {}): Promise<{ order: string; page: Page }> {
  const order = await shop.order(changes);
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1', carrier: 'UPS' });
  await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL(linkIn((await shop.mails(order)).at(-1)!), shop.url).href);
  return { order, page };
}

/** Nothing has to be scrolled sideways. */
async function expectToFit(page: Page): Promise<void> {
  const body = (await page.locator('body').boundingBox())!;
  expect(body.x).toBeGreaterThanOrEqual(0);
  expect(body.x + body.width).toBeLessThanOrEqual(375);
  for (const answer of await page.locator('button:visible, summary:visible').all()) {
    const box = (await answer.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(375);
    expect(box.height, 'large enough for a thumb').toBeGreaterThanOrEqual(44);
  }
}

inChromium('one touch says that it has arrived; going back and touching again says that we know', async () => {
  const { order, page } = await asked();
  await expectToFit(page);
  await page.getByRole('button', { name: /Oui, tout est arrivé/ }).click();
  expect(await page.getByRole('heading').first().textContent()).toMatch(/Merci/);
  await shop.settle();
  expect((await shop.messages(order)).at(-1)).toBe('thank-customer');
  await page.goBack();
  await page.getByRole('button', { name: /Oui, tout est arrivé/ }).click();
  expect(await page.getByRole('heading').first().textContent()).toMatch(/déjà répondu/);
  await page.context().close();
});

inChromium('a problem is told in three touches and a few words', async () => {
  const { order, page } = await asked();
  await page.getByText('Il y a un problème').click();
  await page.getByLabel('Arrivé abîmé').check();
  await page.getByRole('textbox').first().fill('Le pied est <b>fendu</b>.');
  await expectToFit(page);
  await page.getByRole('button', { name: 'Envoyer' }).first().click();
  await shop.settle();
  expect(await shop.shown(order)).toMatchObject({ stage: 'AwaitCaseOutcome', cases: [{ about: 'damaged' }] });
  expect((await shop.staffMails(order))[0]!.text).toContain('> Le pied est <b>fendu</b>.');
  await page.context().close();
});

inChromium('what a name contains is shown, never run, and breaks no layout', async () => {
  const title = `<script>document.title='taken'</script>${'W'.repeat(300)}`;
  const { page } = await asked({ lines: [{ id: 'l1', title, quantity: 1 }] });
  await expectToFit(page);
  expect(await page.title()).not.toBe('taken');
  expect(await page.locator('body').textContent()).toContain("<script>document.title='taken'</script>");
  await page.context().close();
});

inChromium('a link that leads nowhere says so, in both languages, as nobody knows whose it is', async () => {
  const page = await browser.newPage({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false });
  const response = await page.goto(`${shop.url}/c/${'x'.repeat(22)}`);
  expect(response!.status()).toBe(404);
  expect(await page.getByRole('heading').allTextContents()).toEqual([
    expect.stringMatching(/^Ce lien/),
    expect.stringMatching(/^This link/),
  ]);
  await page.close();
});

inChromium('how we write is chosen with a few touches, and holds for the next mail', async () => {
  const { order, page } = await asked();
  const [check] = (await shop.mails(order)).slice(-1);
  const [, ways = ''] = check!.text.split('\n--\n');
  const links = [...ways.matchAll(/\/c\/[A-Za-z0-9_-]+/g)].map(([link]) => link);
  const preferences = links.at(-1)!;
  await page.goto(new URL(preferences, shop.url).href);
  await expectToFit(page);
  await page.getByLabel('English').check();
  await page.getByRole('combobox').selectOption('comfort');
  await page.getByLabel(/Appelez-moi/).check();
  await page.getByRole('button').last().click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.getByRole('status').textContent()).toMatch(/Saved/);
  await page.goto(new URL(linkIn(check!), shop.url).href);
  await page.getByRole('button', { name: /everything arrived/i }).click();
  await shop.settle();
  expect((await shop.mails(order)).at(-1)!.text).toMatch(/Thank you/);
  await page.context().close();
});

inChromium('offers end with one press, from the mail that carries one', async () => {
  const { order, page } = await asked({ customer: { id: 'noa', name: 'Noa Petit', email: 'noa@example.com' } });
  const check = (await shop.mails(order)).at(-1)!;
  const [, ways = ''] = check.text.split('\n--\n');
  const noOffers = /\/c\/[A-Za-z0-9_-]+/.exec(ways)![0];
  await page.goto(new URL(noOffers, shop.url).href);
  await expectToFit(page);
  await page.getByRole('button').click();
  const { entries } = (await shop.get('/customers/noa/timeline')).json;
  expect(entries.find(({ name }: { name: string }) => name === 'preferences')).toMatchObject({
    by: 'customer',
    detail: { offers: false },
  });
  await page.context().close();
});
