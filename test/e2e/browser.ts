import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'google-chrome'));
const named = process.env['CHROMIUM_PATH'];
const executablePath = (named === undefined ? [...usual, ...onPath] : [named]).find(isExecutable);

/** Whether this machine has a Chromium. Tests that need one are skipped without it, never passed. */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser)
  console.warn('NO BROWSER: tests in Chromium are SKIPPED. Install chromium, or name one in CHROMIUM_PATH.');

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a page may take to show what is waited for: on a machine with other work, a wait is no measure. */
const patienceMs = 120_000;

/** Whoever launches it closes it. */
export async function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('This machine has no Chromium.');
  const browser = await chromium.launch({ executablePath, args: quiet, timeout: patienceMs });
  browser.on('context', (context) => context.setDefaultTimeout(patienceMs));
  return browser;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
