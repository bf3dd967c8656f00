import { html, raw } from 'hono/html';
import { differencesIn } from '../differences.ts';
import type { Rehearsal } from '../play.ts';
import { axis } from './axis.ts';
import { datesIn, type Dates } from './dates.ts';
import { glance } from './glance.ts';
import { promisesInWords, signs } from './promises-in-words.ts';
import { contentPolicy, styleElement } from './style.ts';
import { timeline } from './timeline.ts';

/** Markup whose values are escaped. */
export type Markup = ReturnType<typeof html>;

/** A page with something to wait for inside: pages are pure, so this is a defect of ours. */
export class PageNotReady extends Error {
  override readonly name = 'PageNotReady';
}

/** A rehearsal as one page that a shop owner can read: it needs no network and no script. */
export function pageOf(rehearsal: Rehearsal): string {
  const { story } = rehearsal;
  const dates = datesIn(story.settings.zone);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${story.title} · rehearsal</title>
        ${raw(styleElement)}
      </head>
      <body>
        <header>
          <p class="soft">A rehearsal at ${story.settings.name}. Nothing was sent to anybody.</p>
          <h1>${story.title}</h1>
          ${story.about === undefined ? '' : html`<p class="about">${story.about}</p>`} ${verdict(rehearsal)}
        </header>
        <main>
          ${glance(rehearsal, dates)} ${axis(rehearsal, dates)} ${timeline(rehearsal, dates)}
          ${promises(rehearsal, dates)}
        </main>
        <footer class="soft">
          <p>
            Days and hours are those of ${story.settings.zone}. The mails are the very ones that customers get; what was
            told is in the language of the HTTP API.
          </p>
        </footer>
      </body>
    </html> `;
  if (page instanceof Promise) throw new PageNotReady('a page is written at once');
  return `${page.toString().trim()}\n`;
}

function verdict(rehearsal: Rehearsal): Markup | string {
  const differences = differencesIn(rehearsal);
  if (differences.length > 0) {
    return html`<div class="verdict bad">
      <p><b>✗ It did not come as expected:</b></p>
      <ul>
        ${differences.map((each) => html`<li>${each}</li> `)}
      </ul>
    </div>`;
  }
  if (rehearsal.story.expected === undefined) return '';
  return html`<p class="verdict good"><b>✓ Everything came as expected.</b></p>`;
}

function promises(rehearsal: Rehearsal, dates: Dates): Markup {
  return html`<section class="card" aria-labelledby="promises">
    <h2 id="promises">What was promised, and what became of it</h2>
    <ul class="promises">
      ${promisesInWords(rehearsal, dates).map(
        ({ what, outcome, became }) =>
          html`<li class="${outcome}">
            <span class="sign" aria-hidden="true">${signs[outcome]}</span>
            <span>${what}: <span class="became">${became}</span></span>
          </li> `,
      )}
    </ul>
  </section> `;
}
