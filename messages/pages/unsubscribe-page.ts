import { html } from 'hono/html';
import { document, footer, header, pageWriting } from './frame.ts';
import type { UnsubscribePage } from './models.ts';

/** One press ends all offers: a form without fields, so that a mail program may send it too. Then that it is done. */
export function unsubscribePage(page: UnsubscribePage): string {
  const writing = pageWriting(page.locale, page.shop, page.order);
  const say = writing.words.pages;
  const title = page.done ? say.titleUnsubscribed : say.titleUnsubscribe;
  return document({
    locale: page.locale,
    title,
    header: header(writing, page.shop, page.order),
    main: page.done
      ? html`<h1>${title}</h1>
          <p role="status">${say.unsubscribed}</p>
          <p>${say.ordersStillCome}</p>
          <p class="soft">${say.mayClose}</p> `
      : html`<h1>${title}</h1>
          <p>${say.unsubscribeOpening} ${say.ordersStillCome}</p>
          <form method="post"><button class="send">${say.unsubscribe}</button></form> `,
    footer: footer(writing, page.shop),
  });
}
