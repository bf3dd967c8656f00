import { html } from 'hono/html';
import type { Told } from '../../../functions/domain/order/order.ts';
import { localeOf } from '../../../functions/send-message/letterhead.ts';
import { howItEnded } from '../differences.ts';
import type { Rehearsal } from '../play.ts';
import type { Dates } from './dates.ts';
import { endingInWords } from './endings.ts';
import { inWords } from './facts-in-words.ts';
import { mailToCustomer, mailToStaff } from './mail.ts';
import { momentsOf, type LetteredFact, type Moment } from './moments.ts';
import type { Markup } from './page.ts';
import { promisesInWords, signs, type PromiseInWords } from './promises-in-words.ts';

/** What the timeline is written from. */
interface Writing {
  readonly rehearsal: Rehearsal;
  readonly dates: Dates;
  readonly promises: readonly PromiseInWords[];
  readonly customerLocale: string;
}

/** Everything in the order in which it happened, a heading for each day of the shop's calendar. */
export function timeline(rehearsal: Rehearsal, dates: Dates): Markup {
  const { settings } = rehearsal.story;
  const writing = {
    rehearsal,
    dates,
    promises: promisesInWords(rehearsal, dates),
    customerLocale: localeOf(rehearsal.placed.customer.locale, settings),
  };
  const days = Map.groupBy(momentsOf(rehearsal), ({ at }) => dates.day(at));
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">What happened, hour by hour</h2>
    ${[...days.values()].map(
      (moments) =>
        html`<section class="day">
          <h3>${dates.longDay(moments[0]!.at)}</h3>
          ${moments.map((moment) => momentOf(moment, writing))}
        </section> `,
    )}
  </section> `;
}

function momentOf(moment: Moment, writing: Writing): Markup {
  const { rehearsal, dates, customerLocale, promises } = writing;
  const { placed, story } = rehearsal;
  const isOrdered = moment.facts.some(({ fact }) => fact.call === 'orders');
  const made = promises.filter(({ told }) => (told === undefined ? isOrdered : moment.told.includes(told)));
  return html`<article class="moment">
    <p class="hour"><time datetime="${new Date(moment.at).toISOString()}">${dates.hour(moment.at)}</time></p>
    <div class="what">
      ${moment.facts.length > 0 ? moment.facts.map((fact) => factOf(fact, writing)) : silence(moment, writing)}
      ${moment.mails.map((mail) => mailToCustomer(mail, placed.customer.name, customerLocale))}
      ${moment.told.flatMap((told) => notSaid(told))}
      ${made.map(
        ({ what, outcome, became }) =>
          html`<p class="promise ${outcome}">
            <b>Promised:</b> ${what}.
            <span class="became"><span aria-hidden="true">${signs[outcome]}</span> ${became}</span>
          </p> `,
      )}
      ${moment.told.map((told) => taskOf(told, writing))}
      ${moment.staffMails.map((mail) => mailToStaff(mail, localeOf(story.settings.locale, story.settings)))}
      ${ending(moment, rehearsal)} ${statesOf(moment)}
    </div>
  </article> `;
}

function factOf({ letter, fact }: LetteredFact, { rehearsal }: Writing): Markup {
  const { who, teller, what, quote } = inWords(fact, rehearsal);
  const { fates, told } = rehearsal.order;
  const fate = fates[fact.fact];
  const isSaid = fate === undefined || told.some(({ key }) => key === fate);
  return html`<div class="fact" id="fact-${letter}">
    <p>
      <span class="badge mark-${who}">${letter}</span>
      <span><b>${teller}:</b> ${what}.</span>
    </p>
    ${quote === undefined ? '' : html`<blockquote>${quote}</blockquote>`}
    ${isSaid ? '' : html`<p class="soft">Nothing to say to the customer: ${fate}.</p>`}
  </div> `;
}

/** Why something happened although nobody told anything. */
function silence({ at, told, states }: Moment, { promises, rehearsal }: Writing): Markup | string {
  if (
    states.every(({ name }) => name === 'TakeNote' || name.startsWith('Await') || name === 'ResumeOrder') &&
    told.length === 0
  )
    return '';
  const isNow = (until: number): boolean => until >= at && until - at <= 1000;
  const due = promises.filter(({ until, madeAt }) => isNow(until) && madeAt < at);
  if (due.length > 0) {
    const sentences = new Set(due.map(({ inSilence }) => inSilence));
    return html`<p class="silence">${[...sentences].join(' ')}</p>`;
  }
  if (told.some(({ message }) => message === 'remind-staff'))
    return html`<p class="silence">Half of the time to answer is over, and nobody has answered.</p>`;
  const isWordDue = rehearsal.order.told.some(({ promises: made }) =>
    made.some(({ promise, until }) => promise === 'word' && isNow(until)),
  );
  if (isWordDue) return html`<p class="silence">The customer has not answered.</p>`;
  return html`<p class="silence">The hour for the next step has come.</p>`;
}

/** What the customer was not sent, or what was left out of it, with the reason. */
function notSaid({ unsent, promo, task }: Told): Markup[] {
  return [
    ...(unsent === undefined || task !== undefined ? [] : [html`<p class="soft">No mail: ${unsent}.</p> `]),
    ...(promo !== undefined && 'leftOut' in promo
      ? [html`<p class="soft">No thank-you discount: ${promo.leftOut}.</p> `]
      : []),
  ];
}

function taskOf({ task: opened, at }: Told, { rehearsal, dates }: Writing): Markup | string {
  if (opened === undefined) return '';
  const task = rehearsal.tasks.find((one) => one.task === opened.task);
  const done = rehearsal.told.find(({ call, body }) => call === 'completions' && body['task'] === opened.task);
  const end =
    done !== undefined
      ? `Done on ${dates.moment(done.at)}`
      : task?.status === 'done'
        ? 'It came about by itself'
        : 'Open at the end of this story';
  const isRaised = rehearsal.order.told.some((other) => other.task?.task === opened.task && other.at < at);
  return html`<p class="task">
    <b>${isRaised ? `Task ${opened.task} once more, level ${opened.level}` : `Task ${opened.task}`}:</b>
    ${task?.why ?? opened.why}. For <b>${opened.owner?.name ?? 'whoever reads it first'}</b>, by
    ${dates.moment(opened.dueAt)}.
    <span class="soft">${end}.</span>
  </p> `;
}

function ending({ at, states }: Moment, rehearsal: Rehearsal): Markup | string {
  if (!states.some(({ name }) => name === 'CloseOrder')) return '';
  const how = howItEnded(rehearsal);
  const isLast = rehearsal.states.every(({ enteredAt }) => Date.parse(enteredAt) <= at);
  if (!isLast || how === undefined)
    return html`<p class="end">The order is closed. What came later took it up again.</p>`;
  return html`<p class="end"><b>The order is closed.</b> ${endingInWords(how)}</p>`;
}

/** The names that analysts see, out of everybody else's way. */
function statesOf({ states }: Moment): Markup | string {
  const last = states.at(-1);
  if (last === undefined) return '';
  return html`<details class="states">
    <summary><code>${last.name}</code></summary>
    <ol>
      ${states.map(
        ({ name, because }) =>
          html`<li>${because === undefined ? '' : html`<em>${because}</em> → `}<code>${name}</code></li> `,
      )}
    </ol>
  </details>`;
}
