import { html } from 'hono/html';
import { addDays, at, dayOf, daysBetween, isOpeningDay } from '../../../functions/domain/calendar/calendar.ts';
import type { Rehearsal } from '../play.ts';
import type { Dates } from './dates.ts';
import { inWords } from './facts-in-words.ts';
import { letteredFacts, numberedMails } from './moments.ts';
import type { Markup } from './page.ts';
import { promisesInWords, signs } from './promises-in-words.ts';

const narrowest = 880;
const dayAtLeast = 22;
/** From that width on every day has its name; below only Mondays have. */
const dayWithName = 52;
const markSize = 22;
const barRow = 30;
const laneHead = 18;
/** So much is kept free at the right, for what happens late on the last day. */
const margin = 24;
const dayHead = 26;

interface Mark {
  readonly at: number;
  readonly label: string;
  readonly kind: string;
  readonly target: string;
  readonly title: string;
}

/** Days from left to right: what was told, the mails that went out, and every promise from its making to its hour. */
export function axis(rehearsal: Rehearsal, dates: Dates): Markup {
  const scale = scaleFor(rehearsal);
  const facts = placedInRows(factMarks(rehearsal, dates), scale.x);
  const mails = placedInRows(mailMarks(rehearsal, dates), scale.x);
  const factsTop = dayHead + laneHead;
  const mailsTop = factsTop + facts.rows * markSize + laneHead + 8;
  const promisesTop = mailsTop + mails.rows * markSize + laneHead + 8;
  const promises = promisesInWords(rehearsal, dates);
  const height = promisesTop + promises.length * barRow + 8;
  return html`<section aria-labelledby="picture">
    <h2 id="picture">The story at a glance</h2>
    <div class="picture" tabindex="0" role="group" aria-label="Picture of the story; it may be wider than the screen">
      <svg
        viewBox="0 0 ${scale.width} ${height}"
        width="${scale.width}"
        height="${height}"
        xmlns="http://www.w3.org/2000/svg"
      >
        ${scale.days.map(({ day, from, to, name }) => dayBand(day, from, to, name, height, rehearsal))}
        ${laneName('What was told', factsTop)} ${facts.marks.map((mark) => markOf(mark, factsTop))}
        ${laneName('Mails to the customer', mailsTop)} ${mails.marks.map((mark) => markOf(mark, mailsTop))}
        ${laneName('Promises', promisesTop)}
        ${promises.map(({ what, madeAt, until, outcome, became }, row) => {
          const [from, to] = [scale.x(madeAt), Math.max(scale.x(until), scale.x(madeAt) + 6)];
          const y = promisesTop + row * barRow;
          const isOnTheRight = from > scale.width * 0.55;
          return html`<g class="bar ${outcome}">
            <title>${what}: ${became}</title>
            <rect x="${px(from)}" y="${y + 17}" width="${px(to - from)}" height="7" rx="3.5" />
            <text x="${px(isOnTheRight ? to : from)}" y="${y + 12}" text-anchor="${isOnTheRight ? 'end' : 'start'}"
              >${signs[outcome]} ${what}</text
            >
          </g> `;
        })}
      </svg>
    </div>
    <p class="legend soft">
      Letters: what was told. Numbers: mails. Promises: ✓ kept, → moved in time, ! not kept and the customer was told, ✗
      broken without a word, … still open. Darker days: the shop is closed.
    </p>
  </section> `;
}

function scaleFor({ order, told, endedAt, promises, story }: Rehearsal) {
  const { zone } = story.settings;
  const first = dayOf(zone, Math.min(order.placed.at, told[0]?.at ?? order.placed.at));
  const last = dayOf(zone, Math.max(endedAt, ...promises.map(({ until }) => Math.min(until, endedAt + longestAhead))));
  const count = daysBetween(first, last) + 1;
  const dayWidth = Math.max(narrowest / count, dayAtLeast);
  const [begin, end] = [at(zone, first, '00:00'), at(zone, addDays(last, 1), '00:00')];
  const width = Math.round(dayWidth * count);
  const x = (instant: number): number => ((Math.min(instant, end) - begin) / (end - begin)) * width;
  const days = Array.from({ length: count }, (_, index) => {
    const day = addDays(first, index);
    const noon = at(zone, day, '12:00');
    const isNamed = dayWidth >= dayWithName || isMonday(day);
    return {
      day,
      from: x(at(zone, day, '00:00')),
      to: x(at(zone, addDays(day, 1), '00:00')),
      name: isNamed ? noon : undefined,
    };
  });
  return { width: width + margin, x, days };
}

/** A promise that reaches far beyond the story's end would squeeze the story. */
const longestAhead = 3 * 24 * 3600 * 1000;

const isMonday = (day: string): boolean => new Date(`${day}T12:00:00Z`).getUTCDay() === 1;

function dayBand(
  day: string,
  from: number,
  to: number,
  name: number | undefined,
  height: number,
  { story }: Rehearsal,
): Markup {
  const label =
    name === undefined
      ? ''
      : new Intl.DateTimeFormat('en-GB', { timeZone: story.settings.zone, weekday: 'short', day: 'numeric' }).format(
          name,
        );
  return html`<g class="${isOpeningDay(story.settings, day) ? 'open-day' : 'closed-day'}">
    <rect x="${px(from)}" y="0" width="${px(to - from)}" height="${height}" />
    <line x1="${px(from)}" x2="${px(from)}" y1="0" y2="${height}" />
    <text x="${px(from + 4)}" y="16">${label}</text>
  </g> `;
}

function laneName(name: string, top: number): Markup {
  return html`<text class="lane" x="4" y="${top - 6}">${name}</text> `;
}

function factMarks(rehearsal: Rehearsal, dates: Dates): Mark[] {
  return letteredFacts(rehearsal).map(({ letter, fact }) => {
    const { who, teller, what } = inWords(fact, rehearsal);
    return {
      at: fact.at,
      label: letter,
      kind: who,
      target: `fact-${letter}`,
      title: `${dates.moment(fact.at)}. ${teller}: ${what}`,
    };
  });
}

function mailMarks(rehearsal: Rehearsal, dates: Dates): Mark[] {
  return numberedMails(rehearsal).map(({ number, mail }) => ({
    at: mail.at,
    label: String(number),
    kind: 'mail',
    target: `mail-${number}`,
    title: `${dates.moment(mail.at)}. ${mail.subject}`,
  }));
}

/** Marks that would cover one another go a row down. */
function placedInRows(marks: readonly Mark[], x: (instant: number) => number) {
  const ends: number[] = [];
  const placed = marks.map((mark) => {
    const left = x(mark.at);
    const free = ends.findIndex((end) => end <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = left + markSize;
    return { ...mark, x: left, row };
  });
  return { marks: placed, rows: Math.max(1, ends.length) };
}

function markOf(
  { label, kind, target, title, x, row }: Mark & { readonly x: number; readonly row: number },
  top: number,
): Markup {
  const [centreX, centreY] = [x + markSize / 2 - 1, top + row * markSize + markSize / 2];
  return html`<a href="#${target}" class="mark-${kind}">
    <title>${title}</title>
    ${kind === 'mail' ? html`<circle cx="${px(centreX)}" cy="${centreY}" r="10" />` : html`<rect x="${px(centreX - 10)}" y="${centreY - 10}" width="20" height="20" rx="5" />`}
    <text x="${px(centreX)}" y="${centreY + 4}" text-anchor="middle">${label}</text>
  </a> `;
}

const px = (value: number): string => value.toFixed(1);
