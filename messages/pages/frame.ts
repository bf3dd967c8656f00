import { html, raw } from 'hono/html';
import type { PageCatalogue } from '../catalogues/catalogue.ts';
import { collectedPageCatalogues, pageCatalogues } from '../catalogues/page-catalogues.ts';
import { formatFor, type Format } from '../format.ts';
import type { Goods, Locale } from '../letter.ts';
import { phoneAddress } from '../links.ts';
import { isolateEnd, isolateStart, limits, show, showLines, withoutIsolates, type Shown } from '../shown.ts';
import type { PageShop } from './models.ts';
import { styleElement } from './style.ts';

/** Markup whose values are escaped. */
export type Markup = ReturnType<typeof html>;

/** A page with something to wait for inside: pages are pure, so this is a defect of ours. */
export class PageNotReady extends Error {
  override readonly name = 'PageNotReady';
}

/** What a page in one language for one shop is written with. */
export interface PageWriting {
  readonly locale: Locale;
  /** The order is collected in the shop. */
  readonly isCollected: boolean;
  readonly words: PageCatalogue;
  readonly format: Format;
}

export function pageWriting(
  locale: Locale,
  shop: PageShop,
  order: { readonly collect?: boolean | undefined } = {},
): PageWriting {
  const isCollected = order.collect === true;
  return {
    locale,
    isCollected,
    words: (isCollected ? collectedPageCatalogues : pageCatalogues)[locale],
    format: formatFor(locale, shop.zone, shop.now),
  };
}

/** The whole document around a page's own part. */
export function document(page: {
  readonly locale: Locale;
  readonly title: Shown;
  readonly header: Markup | undefined;
  readonly main: Markup;
  readonly footer: Markup | undefined;
}): string {
  const written = html`<!doctype html>
    <html lang="${page.locale}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>${withoutIsolates(page.title)}</title>
        ${raw(styleElement)}
      </head>
      <body>
        ${page.header ?? ''}
        <main>${page.main}</main>
        ${page.footer ?? ''}
      </body>
    </html> `;
  if (written instanceof Promise) throw new PageNotReady('a page is written at once');
  return written.toString().replaceAll(isolateStart, '<bdi>').replaceAll(isolateEnd, '</bdi>');
}

/** The shop's name and the order's number, on top. */
export function header({ words }: PageWriting, shop: PageShop, order: { readonly number: string } | undefined): Markup {
  return html`<header>
    <p class="shop">${show(shop.name)}</p>
    ${order === undefined ? '' : html`<p class="soft">${words.common.orderNumber({ order: show(order.number, limits.number) })}</p>`}
  </header> `;
}

/** How to reach a person, below. */
export function footer({ words, format }: PageWriting, shop: PageShop): Markup {
  const phone = show(shop.phone, limits.number);
  const tel = phoneAddress(shop.phone);
  return html`<footer>
    <p>${words.pages.help({ phone })}</p>
    ${shop.opensAt === undefined ? '' : html`<p>${words.common.phoneOpens({ at: format.moment(shop.opensAt) })}</p>`}
    ${tel === undefined ? '' : html`<p><a href="${tel}">${phone}</a></p>`}
    ${showLines(shop.address ?? '', { limit: limits.address * 4, lines: 8 }).map((line) => html`<p>${line}</p>`)}
  </footer> `;
}

const mostGoods = 100;

/** A list of what was bought. */
export function goodsList({ words }: PageWriting, goods: readonly Goods[]): Markup {
  const left = goods.length - mostGoods;
  return html`<ul>
    ${goods
      .slice(0, mostGoods)
      .map(
        ({ title, quantity }) =>
          html`<li>${words.common.quantityOf({ quantity, title: show(title, limits.title) })}</li> `,
      )}${left > 0 ? html`<li>${words.common.moreGoods(left)}</li>` : ''}
  </ul> `;
}
