import { html } from 'hono/html';
import { pageCatalogues } from '../catalogues/page-catalogues.ts';
import { channels, tones } from '../letter.ts';
import type { Shown } from '../shown.ts';
import { document, footer, header, pageWriting, type Markup } from './frame.ts';
import type { PreferencesPage } from './models.ts';

/**
 * How the customer wants to be written to, as one form that shows what holds. It sends `locale` (where there is more than one),
 * `tone` (empty: as the shop does), `channel` and `offers`; the last is left out while nobody has answered it.
 */
export function preferencesPage(page: PreferencesPage): string {
  const writing = pageWriting(page.locale, page.shop, page.order);
  const say = writing.words.pages;
  return document({
    locale: page.locale,
    title: say.titlePreferences,
    header: header(writing, page.shop, page.order),
    main: html`<h1>${say.titlePreferences}</h1>
      ${page.saved ? html`<div class="panel" role="status"><p>${say.saved}</p></div>` : ''}
      <p>${say.preferencesOpening}</p>
      <form method="post">
        ${page.locales.length > 1 ? languages(say.whichLanguage, page) : ''}
        <label
          ><span class="field">${say.whichTone}</span>
          <select name="tone" aria-describedby="tone-hint">
            ${(['', ...tones] as const).map(
              (tone) =>
                html`<option value="${tone}" ${(page.tone ?? '') === tone ? 'selected' : ''}>
                  ${say.tone[tone]}
                </option> `,
            )}
          </select>
        </label>
        <p class="soft hint" id="tone-hint">${say.toneHint}</p>
        ${radios('channel', say.whichChannel, {
          checked: page.channel,
          options: channels.map((channel) => ({ value: channel, label: say.channel[channel] })),
        })}
        ${radios('offers', say.whetherOffers, {
          checked: page.offers === undefined ? undefined : yesOrNo(page.offers),
          options: (['yes', 'no'] as const).map((answer) => ({ value: answer, label: say.offers[answer] })),
        })}
        <p class="soft hint">${say.offersHint}</p>
        <button class="send">${say.save}</button>
      </form> `,
    footer: footer(writing, page.shop),
  });
}

interface Option {
  readonly value: string;
  readonly label: Shown;
  /** Of a label in a language of its own. */
  readonly lang?: string;
}

/** Each language by its own name: whoever looks for it may read no other. */
function languages(legend: Shown, { locale, locales }: PreferencesPage): Markup {
  const options = locales.map((each) => ({ value: each, label: pageCatalogues[each].pages.ownName, lang: each }));
  return radios('locale', legend, { checked: locale, options });
}

function radios(
  name: string,
  legend: Shown,
  { checked, options }: { readonly checked: string | undefined; readonly options: readonly Option[] },
): Markup {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(
      ({ value, label, lang }) =>
        html`<label class="radio"
          ><input type="radio" name="${name}" value="${value}" ${value === checked ? 'checked' : ''} />
          ${lang === undefined ? label : html`<span lang="${lang}">${label}</span>`}</label
        > `,
    )}
  </fieldset> `;
}

function yesOrNo(answer: boolean): 'yes' | 'no' {
  return answer ? 'yes' : 'no';
}
