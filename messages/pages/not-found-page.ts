import { html } from 'hono/html';
import { pageCatalogues } from '../catalogues/page-catalogues.ts';
import { locales, type Locale } from '../letter.ts';
import { limits, show } from '../shown.ts';
import { document, footer, header, pageWriting, type Markup } from './frame.ts';
import type { NotFoundPage } from './models.ts';

/**
 * The page for a token that opens nothing. Forged, expired and foreign ones look the same; with no locale it speaks
 * every language, with no shop it says how to find one.
 */
export function notFoundPage(page: NotFoundPage = {}): string {
  const spoken = page.locale === undefined ? locales : [page.locale];
  const locale = page.locale ?? 'en';
  const { shop } = page;
  const writing = shop && pageWriting(locale, shop);
  return document({
    locale,
    title: pageCatalogues[locale].pages.titleNotFound,
    header: writing && shop && header(writing, shop, undefined),
    main: html`${spoken.map((one) => inLanguage(one, page))}`,
    footer: writing && shop && page.locale !== undefined ? footer(writing, shop) : undefined,
  });
}

function inLanguage(locale: Locale, { shop }: NotFoundPage): Markup {
  const say = pageCatalogues[locale].pages;
  return html`<section lang="${locale}">
    <h1>${say.titleNotFound}</h1>
    <p>${say.notFound} ${say.notFoundReach}</p>
    ${shop === undefined ? '' : html`<p>${say.reach({ shop: show(shop.name), phone: show(shop.phone, limits.number) })}</p>`}
  </section> `;
}
