import { html } from 'hono/html';
import type { Money } from '../../../messages/letter.ts';
import { formatFor } from '../../../messages/format.ts';
import { howItEnded } from '../differences.ts';
import type { Rehearsal } from '../play.ts';
import type { Dates } from './dates.ts';
import { endingInWords, standingInWords } from './endings.ts';
import type { Markup } from './page.ts';
import { promisesInWords, type PromiseInWords } from './promises-in-words.ts';

/** The order on a card: who, what, how much, promised for when, and what became of it. */
export function glance(rehearsal: Rehearsal, dates: Dates): Markup {
  const { order, placed, mails, tasks, stage, endedAt, story } = rehearsal;
  const { shipBy, deliverBy, lines } = order.placed;
  const money = (sum: Money): string => formatFor('en', story.settings.zone, order.placed.at).money(sum);
  const how = howItEnded(rehearsal);
  const travels = lines.some(({ ships }) => ships);
  return html`<section class="card glance" aria-labelledby="glance">
    <h2 id="glance">Order ${order.placed.number}</h2>
    <dl>
      ${term('For', placed.recipient === undefined ? placed.customer.name : `${placed.customer.name}; it goes to ${placed.recipient.name}`)}
      ${term('Placed', dates.moment(order.placed.at))}
      ${travels ? term('Promised', `leaves by ${dates.promised(shipBy)}, arrives by ${dates.promised(deliverBy)}`) : ''}
      ${term('How it ended', how === undefined ? `Not yet. ${standingInWords(stage)}` : `${endingInWords(how)} ${dates.moment(order.closed?.at ?? endedAt)}.`)}
      ${term('Mails', String(mails.length))} ${tasks.length === 0 ? '' : term('Tasks for staff', String(tasks.length))}
      ${term('Promises', tally(promisesInWords(rehearsal, dates)))}
    </dl>
    <table>
      <caption>
        What was ordered
      </caption>
      <tbody>
        ${placed.lines.map(
          ({ title, quantity, price }) =>
            html`<tr>
              <td>${quantity} × ${title}</td>
              <td>${price === undefined ? '' : money({ ...price, amount: price.amount * quantity })}</td>
            </tr> `,
        )}
        <tr class="total">
          <td>Total</td>
          <td>${money(placed.total)}</td>
        </tr>
      </tbody>
    </table>
  </section> `;
}

function term(name: string, value: string): Markup {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;
}

function tally(promises: readonly PromiseInWords[]): string {
  const count = (wanted: PromiseInWords['outcome']): number =>
    promises.filter(({ outcome }) => outcome === wanted).length;
  const names = {
    kept: 'kept',
    moved: 'moved in time',
    warned: 'not kept, and the customer knew',
    broken: 'broken without a word',
    open: 'still open',
  } as const;
  return (Object.keys(names) as (keyof typeof names)[])
    .flatMap((outcome) => (count(outcome) === 0 ? [] : [`${count(outcome)} ${names[outcome]}`]))
    .join(', ');
}
