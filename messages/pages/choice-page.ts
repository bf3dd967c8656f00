import { html } from 'hono/html';
import { countOf, enumerate } from '../letters/goods.ts';
import type { Goods } from '../letter.ts';
import { limits, show, type Shown } from '../shown.ts';
import { document, footer, goodsList, header, pageWriting, type Markup, type PageWriting } from './frame.ts';
import type { ChoicePage, CustomerChoice } from './models.ts';

/**
 * The choice that comes with a stock-out or with the third warning: only what can be chosen, each with what it leads
 * to. With nothing left to choose: that the question is settled, and what was chosen.
 */
export function choicePage(page: ChoicePage): string {
  const writing = pageWriting(page.locale, page.shop, page.order);
  const say = writing.words.pages;
  const settled = page.choices.length === 0;
  const title = settled ? say.titleSettled : say.titleChoice;
  const chosen =
    page.lastChoice === undefined ? '' : html`<div class="panel"><p>${say.chosenBefore[page.lastChoice]}</p></div>`;
  return document({
    locale: page.locale,
    title,
    header: header(writing, page.shop, page.order),
    main: html`<h1>${title}</h1>
      ${chosen}${settled ? html`<p>${say.settled}</p>` : question(writing, page)}`,
    footer: footer(writing, page.shop),
  });
}

function question(writing: PageWriting, page: ChoicePage): Markup {
  const say = writing.words.pages;
  const { about, partly, choices } = page;
  // To a delay, no answer is an answer; what is out of stock needs one.
  const mayWait = about === 'delay' && !choices.includes('wait');
  return html`<p>${say.choiceOpening({ about, partly, count: countOf(page.late ?? []) })}</p>
    ${concerned(writing, page)}
    <section class="answers" aria-label="${say.titleChoice}">
      ${choices.map((choice) => {
        const { label, hint } = said(choice, writing, page);
        return html`<form method="post">
          <button class="answer" name="choice" value="${choice}"><b>${label}</b> <span>${hint}</span></button>
        </form> `;
      })}
    </section>
    ${mayWait ? html`<p class="soft">${say.orWait}</p>` : ''}`;
}

/** What the question is about, before its answers. */
function concerned(writing: PageWriting, { about, late = [] }: ChoicePage): Markup | string {
  if (late.length === 0) return '';
  const { common } = writing.words;
  const title = about === 'delay' ? common.whatIsLate : common.outOfStock(countOf(late));
  return html`<section class="parcel">
    <p class="status">${title}</p>
    ${goodsList(writing, late)}
  </section>`;
}

interface Said {
  readonly label: Shown;
  readonly hint: Shown;
}

function said(choice: CustomerChoice, writing: PageWriting, page: ChoicePage): Said {
  const { words, format } = writing;
  const { choice: label, choiceHint: hint } = words.pages;
  const { partly, late = [], replacement } = page;
  const count = countOf(late);
  switch (choice) {
    case 'wait':
      return {
        label: label.wait({ count, by: page.waitUntil && format.promise(page.waitUntil) }),
        hint: hint.wait,
      };
    case 'replace': {
      const titles = (replacement?.titles ?? []).map((title) => show(title, limits.title));
      return {
        label: label.replace({ replacement: enumerate(writing, titles) }),
        hint: hint.replace({ by: replacement && format.promise(replacement.leavesBy) }),
      };
    }
    case 'cancel-items':
      return {
        label: label['cancel-items']({ count }),
        hint: hint['cancel-items']({ goods: named(writing, late), partly }),
      };
    case 'cancel-order':
      return {
        label: label['cancel-order']({ partly }),
        hint: hint['cancel-order']({ goods: allThatGoes(writing, page), partly }),
      };
    case 'call':
      return { label: label.call, hint: hint.call };
  }
}

/** Everything that has not left, by name; nothing where that is the whole order or not known. */
function allThatGoes(writing: PageWriting, { about, late = [], rest, partly }: ChoicePage): Shown | undefined {
  if (late.length === 0 || !partly) return undefined;
  // What is out of stock is not all that has not left.
  if (about === 'stock-out' && rest === undefined) return undefined;
  return named(writing, [...late, ...(rest ?? [])]);
}

function named(writing: PageWriting, goods: readonly Goods[]): Shown | undefined {
  const { common } = writing.words;
  const names = goods.map(({ quantity, title }) => common.quantityOf({ quantity, title: show(title) }));
  return enumerate(writing, names);
}
