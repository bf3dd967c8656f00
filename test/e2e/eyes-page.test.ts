import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it as always, onTestFinished } from 'vitest';
import { startEmbeddedStack, type EmbeddedStack } from '../../local/embedded-stack.ts';
import { localKey, seed } from '../../local/seed.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

const it = hasBrowser ? always : always.skip;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const mainPath = [
  'ConfirmOrder',
  'AwaitShipment',
  'AnnounceShipment',
  'AwaitDelivery',
  'AskDeliveryCheck',
  'AwaitCustomerWord',
  'ThankCustomer',
  'CloseOrder',
];

let browser: Browser;
let stack: EmbeddedStack;

beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await launchBrowser();
  stack = await startEmbeddedStack({
    assembly: 'cdk.out',
    template: 'Shopkeeper-local',
    port: 0,
    awsPort: 0,
    seed,
    startAt: Date.parse('2026-11-23T10:00:00+01:00'),
  });
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** The page in a window of its own; a script that fails on it fails the test. */
async function open(options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }): Promise<Page> {
  // Without motion the picture shows where the order is at once: nobody watches here.
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  onTestFinished(async () => {
    await context.close();
    expect(failures).toEqual([]);
  });
  await page.goto(`${stack.apiUrl}/?pace=20`);
  return page;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const lit = (page: Page): Promise<string | null> => page.locator('#tree .state.now').getAttribute('id');
const subjects = (page: Page): Promise<string[]> =>
  page.locator('#mails .list .row > span:first-child').allInnerTexts();

async function placeOrder(page: Page): Promise<void> {
  await press(page, 'Place a demo order');
  await page.locator('#state-AwaitShipment.now').waitFor();
  await page.getByRole('button', { name: 'Shipped', exact: true }).and(page.locator(':enabled')).waitFor();
}

describe('the page for eyes', () => {
  it('plays the whole life of an order, and the order walks through the picture', async () => {
    const page = await open();
    await press(page, 'Play a demo order');
    await page.locator('#state-WarnShippingDelay.visited').waitFor();
    expect(await page.locator('.reason[data-reason="ShippingDelayed"].taken').count()).toBe(1);
    await page.getByText('Thanked, and closed.').waitFor();
    expect(await lit(page)).toBe('state-CloseOrder');
    for (const state of [...mainPath, 'AnnouncePartialShipment']) {
      expect(await page.locator(`#state-${state}.visited`).count(), state).toBe(1);
    }
    expect(await page.locator('#state-OpenCase.visited').count()).toBe(0);
    expect(await subjects(page)).toHaveLength(6);
    await page.getByText('Closed: received').waitFor();
    // The story tells of promises that were kept, or moved in time.
    expect(await page.locator('.badge.broken').count()).toBe(0);
  });

  it('lets whoever looks tell the facts, and shows the mail that came of them', async () => {
    const page = await open();
    await placeOrder(page);
    await press(page, 'Shipped');
    await page.locator('#state-AwaitDelivery.now').waitFor();
    await page.getByRole('button', { name: 'A problem' }).and(page.locator(':enabled')).click();
    await page.locator('#state-AwaitCaseOutcome.now').waitFor();
    const mail = page.frameLocator('iframe.mail');
    await mail.getByText('we are taking care of it').waitFor();
    await press(page, /^To the staff \(1\)$/);
    await press(page, 'Plain text');
    await page.locator('pre.mail').filter({ hasText: '+33612345678' }).waitFor();
    expect(await page.locator('#owed').innerText()).toContain('answer case');
  });

  it('moves the clock to the next promise: in silence the customer is warned', async () => {
    const page = await open();
    await placeOrder(page);
    const before = stack.clock.now();
    // Whatever the other orders wait for comes first; this one's turn is not far.
    for (let turn = 0; turn < 8 && (await page.locator('#state-WarnShippingDelay.visited').count()) === 0; turn += 1) {
      await page
        .getByRole('button', { name: /^Next promise:/ })
        .and(page.locator(':enabled'))
        .click();
      await page.getByRole('button', { name: '+1 day' }).and(page.locator(':enabled')).waitFor();
    }
    expect(stack.clock.now()).toBeGreaterThan(before + 3_600_000);
    await page.locator('.reason.silence[data-reason="ship-by"].taken').waitFor();
    expect(await subjects(page)).toHaveLength(2);
  });

  it('shows hostile names as the texts they are', async () => {
    const name = '<img src=x onerror="document.title=\'owned\'"><b>Bobby</b>';
    await place('hostile-1', name);
    const page = await open();
    await page.locator('[data-key="order-hostile-1"]').click();
    await page.getByRole('heading', { name }).waitFor();
    expect(await page.title()).toBe('Shopkeeper');
    expect(await page.locator('main b, main img').count()).toBe(0);
    expect(await page.locator('iframe.mail').getAttribute('sandbox')).toBe(
      'allow-popups allow-popups-to-escape-sandbox',
    );
  });

  it('says what the stack refused', async () => {
    const page = await open();
    await placeOrder(page);
    await page.route('**/shipments', (route) =>
      route.fulfill({ status: 422, contentType: 'application/problem+json', json: { detail: 'No such parcel.' } }),
    );
    page.removeAllListeners('console');
    await press(page, 'Shipped');
    const alert = page.getByRole('alert');
    await alert.getByText(/answered 422: No such parcel\./).waitFor();
    await alert.getByRole('button', { name: 'Close' }).click();
    await alert.getByText(/answered 422/).waitFor({ state: 'detached' });
  });

  it('fits a phone, and can be walked through by keyboard', async () => {
    const page = await open(phone);
    await placeOrder(page);
    const widths = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
    expect(widths[0]).toBe(widths[1]);
    await page.getByRole('button', { name: 'Shipped', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#state-AwaitDelivery.now').waitFor();
    const unnamed = page.locator('button:not([aria-label])').filter({ hasNotText: /\S/ });
    expect(await unnamed.count()).toBe(0);
  });
});

async function place(id: string, name: string): Promise<void> {
  const order = {
    id,
    customer: { name, email: 'bobby@customer.example', locale: 'en' },
    lines: [{ id: 'a', title: '<script>alert(1)</script>', quantity: 1 }],
    total: { amount: 100, currency: 'EUR' },
  };
  const answer = await fetch(`${stack.apiUrl}/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${localKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  expect(answer.status).toBe(202);
  await stack.settle();
}
