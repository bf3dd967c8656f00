import { html } from 'hono/html';
import { document, footer, goodsList, header, pageWriting } from './frame.ts';
import { customerChoices, type ChoicePage } from './models.ts';

/** The choice that comes with the third warning: cancel, or be called. To wait needs no answer. */
export function choicePage(page: ChoicePage): string {
  const writing = pageWriting(page.locale, page.shop);
  const say = writing.words.pages;
  const late = page.late ?? [];
  return document({
    locale: page.locale,
    title: say.titleChoice,
    header: header(writing, page.shop, page.order),
    main: html`<h1>${say.titleChoice}</h1>
      ${page.lastChoice === undefined ? '' : html`<div class="panel"><p>${say.chosenBefore[page.lastChoice]}</p></div>`}
      <p>${say.choiceOpening({ partly: page.partly })}</p>
      <section class="answers" aria-label="${say.titleChoice}">
        ${customerChoices.map(
          (choice) =>
            html`<form method="post">
              <button class="answer" name="choice" value="${choice}">
                <b>${say.choice[choice]}</b> <span>${say.choiceHint[choice]}</span>
              </button>
            </form> `,
        )}
      </section>
      <p class="soft">${say.orWait}</p>
      ${
        late.length === 0
          ? ''
          : html`<section class="parcel">
              <p class="status">${writing.words.mails['warn-shipping-delay'].late}</p>
              ${goodsList(writing, late)}
            </section>`
      }`,
    footer: footer(writing, page.shop),
  });
}
