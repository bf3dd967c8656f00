import { html } from 'hono/html';
import { caseSubjects } from '../letter.ts';
import { webAddress } from '../links.ts';
import { cut, limits, show, showLines, withoutIsolates, type Shown } from '../shown.ts';
import { document, footer, goodsList, header, pageWriting, type Markup, type PageWriting } from './frame.ts';
import { textMaxLength, type CustomerWord, type PageParcel, type WordPage } from './models.ts';

/** Where the order stands and what the customer may say. Everything works without scripts. */
export function wordPage(page: WordPage): string {
  const writing = pageWriting(page.locale, page.shop, page.order);
  const say = writing.words.pages;
  const title = page.asked ? say.titleAsked(page.parcels.length) : say.titleOrder;
  const stands = [
    ...page.parcels.map((parcel, index) =>
      parcelCard(writing, parcel, { index: index + 1, count: page.parcels.length }),
    ),
    stillToCome(writing, page),
  ];
  const answers = html`<section class="answers" aria-label="${page.asked ? say.yourAnswer : say.somethingToSay}">
    ${page.asked ? [received(writing, page), notYet(writing, page)] : ''}${problem(writing, page)}${question(writing)}${
      page.asked ? '' : received(writing, page)
    }
  </section> `;
  return document({
    locale: page.locale,
    title,
    header: header(writing, page.shop, page.order),
    main: html`<h1>${title}</h1>
      ${page.lastWord === undefined ? '' : html`<div class="panel"><p>${say.saidBefore[page.lastWord]}</p></div>`}
      ${page.asked ? [answers, stands] : [stands, html`<h2>${say.somethingToSay}</h2>`, answers]}`,
    footer: footer(writing, page.shop),
  });
}

function received({ words }: PageWriting, { asked }: WordPage): Markup {
  const say = words.pages;
  return html`<form method="post">
    <button class="answer ${asked ? 'yes' : ''}" name="word" value="received">
      <b>${asked ? say.word.received : say.receivedUnasked}</b> <span>${say.wordHint.received}</span>
    </button>
  </form> `;
}

/** One press is enough where there is one parcel; with several, it matters which. */
function notYet(writing: PageWriting, { parcels }: WordPage): Markup {
  if (parcels.length < 2) {
    return html`<form method="post">
      <button class="answer" name="word" value="not-yet">${label(writing, 'not-yet')}</button>
    </form> `;
  }
  return unfolding(writing, 'not-yet', whichParcel(writing, parcels));
}

function problem(writing: PageWriting, page: WordPage): Markup {
  const say = writing.words.pages;
  return unfolding(
    writing,
    'problem',
    html`<fieldset>
        <legend>${say.aboutWhat}</legend>
        ${(page.about ?? caseSubjects).map(
          (about) =>
            html`<label class="radio"
              ><input type="radio" name="about" value="${about}" required /> ${say.about[about]}</label
            > `,
        )}
      </fieldset>
      ${page.parcels.length < 2 ? '' : whichParcel(writing, page.parcels)}<label
        ><span class="field">${say.tellUs}</span>
        <textarea name="text" rows="4" maxlength="${textMaxLength}"></textarea>
      </label> `,
  );
}

function question(writing: PageWriting): Markup {
  return unfolding(
    writing,
    'question',
    html`<label
      ><span class="field">${writing.words.pages.yourQuestion}</span>
      <textarea name="text" rows="4" maxlength="${textMaxLength}" required></textarea>
    </label> `,
  );
}

/** An answer that asks for more before it is sent: folded until it is pressed, and only one open at a time. */
function unfolding(writing: PageWriting, word: CustomerWord, fields: Markup): Markup {
  return html`<details name="answer">
    <summary>${label(writing, word)}</summary>
    <form method="post">
      <input type="hidden" name="word" value="${word}" /> ${fields}<button class="send">
        ${writing.words.pages.send}
      </button>
    </form>
  </details> `;
}

function label({ words }: PageWriting, word: CustomerWord): Markup {
  return html`<b>${words.pages.word[word]}</b> <span>${words.pages.wordHint[word]}</span>`;
}

function whichParcel({ words }: PageWriting, parcels: readonly PageParcel[]): Markup {
  const named = ({ goods }: PageParcel, index: number): string => {
    const place = words.common.parcelOf({ index: index + 1, count: parcels.length });
    const first = show(goods[0]?.title ?? '', limits.title);
    return cut(withoutIsolates(first === '' ? place : words.common.labelled(place, first)), 70);
  };
  return html`<label
    ><span class="field">${words.pages.whichParcel}</span>
    <select name="parcel">
      <option value="">${words.pages.wholeOrder}</option>
      ${parcels.map((parcel, index) => html`<option value="${parcel.id}">${named(parcel, index)}</option>`)}
    </select></label
  > `;
}

function parcelCard(writing: PageWriting, parcel: PageParcel, place: { index: number; count: number }): Markup {
  const { words, format } = writing;
  const { common, pages } = words;
  // What does not come any more is for us to settle with the carrier, not for the customer to follow.
  const isCarried = !writing.isCollected;
  const url = isOver(parcel) || !isCarried ? undefined : webAddress(parcel.trackingUrl);
  const expected = parcel.status === 'under-way' ? parcel.deliverBy : undefined;
  const carrier = isCarried ? show(parcel.carrier ?? '', limits.code) : '';
  const number = isCarried ? show(parcel.trackingNumber ?? '', limits.code) : '';
  return html`<section class="parcel">
    ${place.count > 1 ? html`<p class="soft">${common.parcelOf(place)}</p>` : ''}
    <p class="status">${pages.status[parcel.status]}</p>
    ${parcel.deliveredAt === undefined ? '' : html`<p>${pages.deliveredAt({ at: format.moment(parcel.deliveredAt) })}</p>`}
    ${expected === undefined ? '' : line(common.labelled(common.withYouBy, format.promise(expected)))}
    ${waitingAt(writing, parcel)}${goodsList(writing, parcel.goods)}${carrier === '' ? '' : soft(common.labelled(common.carrier, carrier))}
    ${number === '' ? '' : soft(common.labelled(common.trackingNumber, number))}
    ${url === undefined ? '' : html`<p><a href="${url}" rel="noreferrer">${common.followParcel}</a></p>`}
  </section> `;
}

function isOver({ status }: PageParcel): boolean {
  return status === 'lost' || status === 'returned';
}

function waitingAt(writing: PageWriting, { status, pickup }: PageParcel): Markup | string {
  if (status !== 'at-pickup' || pickup === undefined) return '';
  const { words, format } = writing;
  const name = show(pickup.name ?? '');
  return html`${name === '' ? '' : line(name)}
  ${showLines(pickup.address ?? '', { limit: limits.address * 2, lines: 6 }).map(line)}
  ${pickup.keptUntil === undefined ? '' : line(words.common.labelled(words.common.keptUntil, format.promise(pickup.keptUntil)))} `;
}

function stillToCome(writing: PageWriting, { toCome, toComeBy }: WordPage): Markup | string {
  if (toCome === undefined || toCome.length === 0) return '';
  const { common, pages } = writing.words;
  return html`<section class="parcel">
    <p class="status">${pages.nothingLeftYet}</p>
    ${toComeBy === undefined ? '' : line(common.labelled(common.leavesBy, writing.format.promise(toComeBy)))}
    ${goodsList(writing, toCome)}
  </section> `;
}

function line(text: Shown): Markup {
  return html`<p>${text}</p>`;
}

function soft(text: Shown): Markup {
  return html`<p class="soft">${text}</p>`;
}
