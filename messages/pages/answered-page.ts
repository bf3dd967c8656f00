import { html } from 'hono/html';
import { limits, show } from '../shown.ts';
import { document, footer, header, pageWriting } from './frame.ts';
import type { AnsweredPage } from './models.ts';

/** What was said, and what happens next; the same when it had been said before. */
export function answeredPage(page: AnsweredPage): string {
  const writing = pageWriting(page.locale, page.shop, page.order);
  const { words, format } = writing;
  const say = words.pages;
  const title = page.already ? say.alreadyAnswered : say.thanks;
  const { next, promo, said } = page;
  const follows = page.already ? say.alreadyNoted : say.nextInMessage[said];
  return document({
    locale: page.locale,
    title,
    header: header(writing, page.shop, page.order),
    main: html`<h1>${title}</h1>
      <p>${say.noted[said]}</p>
      ${
        (said === 'wait' || said === 'replace') && page.leavesBy !== undefined
          ? html`<p>${say.leavesBy({ said, by: format.promise(page.leavesBy) })}</p>`
          : ''
      }
      <p>
        ${next === undefined ? follows : say.nextBy({ said, owner: show(next.owner), by: format.promise(next.by) })}
      </p>
      ${
        promo === undefined
          ? ''
          : html`<div class="panel">
                <p class="soft">${say.promoCode}</p>
                <p class="code">${show(promo.code, limits.code)}</p>
              </div>
              <p>${say.promo({ discount: format.discount(promo.discount), by: format.promise(promo.validUntil) })}</p>`
      }
      <p class="soft">${say.mayClose}</p>
      <p><a href="">${words.common.sayMore}</a></p> `,
    footer: footer(writing, page.shop),
  });
}
