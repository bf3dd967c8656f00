import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { line, text } from '../../functions/domain/schema.ts';
import { changedSettings, settingsChangeSchema } from '../../functions/domain/shop/change-settings.ts';
import {
  defaultSettings,
  isComplete,
  missingSettings,
  type CompleteSettings,
} from '../../functions/domain/shop/settings.ts';
import { cancellationBody } from '../../functions/domain/told-to-us/cancellation.ts';
import { choiceBody } from '../../functions/domain/told-to-us/choice.ts';
import { completionBody } from '../../functions/domain/told-to-us/completion.ts';
import { delayBody } from '../../functions/domain/told-to-us/delay.ts';
import { correctionBody } from '../../functions/domain/told-to-us/correction.ts';
import { deliveryBody } from '../../functions/domain/told-to-us/delivery.ts';
import { incidentBody } from '../../functions/domain/told-to-us/incident.ts';
import { orderBody } from '../../functions/domain/told-to-us/order.ts';
import { outcomeBody } from '../../functions/domain/told-to-us/outcome.ts';
import { refundBody } from '../../functions/domain/told-to-us/refund.ts';
import { shipmentBody } from '../../functions/domain/told-to-us/shipment.ts';
import { stockOutBody } from '../../functions/domain/told-to-us/stock-out.ts';
import { wordBody } from '../../functions/domain/told-to-us/word.ts';
import { demo } from '../../local/seed.ts';
import { expectSchema, type Expected } from './expected.ts';
import { fieldsWrongIn } from './issues.ts';
import { instantOf, notAnInstant, withOffsets } from './instants.ts';
import { YamlSource, type WrongField, type WrongStory } from './yaml-source.ts';

z.config(en());

/** Something that is told to the shop's API in a story, and when. */
export interface Telling {
  /** Where it stands in the file: `['facts', 2]`. */
  readonly path: readonly PropertyKey[];
  readonly at: number;
  /** The last word of the call, as in `POST /orders/{id}/shipments`; `orders` for the order itself. */
  readonly call: string;
  /** As the API takes it. */
  readonly body: { readonly [field: string]: unknown };
}

/** A story that can be played. Instants are milliseconds since the epoch. */
export interface Story {
  readonly title: string;
  readonly about: string | undefined;
  readonly settings: CompleteSettings;
  /** In the order in which they are told. */
  readonly tellings: readonly Telling[];
  readonly order: string;
  /** When the rehearsal ends; otherwise with the order. */
  readonly until: number | undefined;
  readonly expected: Expected | undefined;
  /** What the story says of these fields is wrong. */
  wrong(fields: readonly WrongField[]): WrongStory;
}

const storySchema = z.strictObject({
  title: line(120),
  story: z.optional(text(1000)),
  shop: z.optional(settingsChangeSchema),
  order: z.looseObject({ at: z.string() }),
  facts: z._default(z.array(z.looseObject({ at: z.string(), tell: z.string() })), []),
  until: z.optional(z.string()),
  expect: z.optional(expectSchema),
});

/**
 * Reads a story file (docs/rehearsals/ has examples).
 * @throws WrongStory that names the line and the field of everything that is wrong
 */
export function readStory(file: string, yaml: string): Story {
  const source = new YamlSource(file, yaml);
  const read = storySchema.safeParse(source.value);
  if (!read.success) throw source.wrong(fieldsWrongIn(read.error.issues));
  const { title, story: about, shop, order, facts, until, expect: expected } = read.data;
  const settings = changedSettings(changedSettings(defaultSettings, demo), shop ?? {});
  if (!isComplete(settings)) {
    const missing = missingSettings(settings);
    throw source.wrong(missing.map((name) => ({ path: ['shop', name], detail: 'no mail can go out without it' })));
  }
  const wrong: WrongField[] = [...notAmong(settingsChangeSchema, source.value, ['shop'])];
  const readInstant = (given: string, path: readonly PropertyKey[]): number => {
    const at = instantOf(given, settings.zone);
    if (at === undefined) wrong.push({ path, detail: notAnInstant });
    return at ?? 0;
  };
  const tellingOf = (
    { at, tell, ...body }: { at: string; tell: string; [field: string]: unknown },
    path: readonly PropertyKey[],
  ): Telling => {
    wrong.push(...notAmong(bodies[tell], source.value, path));
    return {
      path,
      at: readInstant(at, [...path, 'at']),
      call: tell,
      body: withOffsets(body, settings.zone) as Telling['body'],
    };
  };
  const placed = tellingOf({ ...order, tell: 'orders' }, ['order']);
  const told = facts.map((fact, index) => tellingOf(fact, ['facts', index]));
  for (const [index, { at, path }] of told.entries()) {
    if (index > 0 && at < told[index - 1]!.at)
      wrong.push({ path: [...path, 'at'], detail: `comes before facts[${index - 1}]: tell them as they come` });
  }
  const end = until === undefined ? undefined : readInstant(until, ['until']);
  if (wrong.length > 0) throw source.wrong(wrong);
  return {
    title,
    about,
    settings,
    tellings: [placed, ...told].toSorted((a, b) => a.at - b.at),
    order: typeof placed.body['id'] === 'string' ? placed.body['id'] : '',
    until: end,
    expected,
    wrong: (fields) => source.wrong(fields),
  };
}

/** Most are made when one is first read. */
type Body = z.ZodMiniObject | z.ZodMiniLazy<z.ZodMiniObject>;

/** What the API takes with each call. It ignores other fields; in a story they are slips of the pen. */
const bodies: { readonly [call: string]: Body | undefined } = {
  orders: orderBody,
  shipments: shipmentBody,
  deliveries: deliveryBody,
  delays: delayBody,
  words: wordBody,
  'stock-outs': stockOutBody,
  choices: choiceBody,
  incidents: incidentBody,
  cancellations: cancellationBody,
  refunds: refundBody,
  outcomes: outcomeBody,
  corrections: correctionBody,
  completions: completionBody,
};

/** Of the story's own: when and what; the task that is done; that the customer chose it on the page. */
const besides = ['at', 'tell', 'task', 'by'];

function notAmong(schema: Body | undefined, value: unknown, path: readonly PropertyKey[]): WrongField[] {
  if (schema === undefined) return [];
  const known = Object.keys('shape' in schema ? schema.shape : schema._zod.innerType.shape);
  return Object.keys(valueAt(value, path))
    .filter((field) => !known.includes(field) && !besides.includes(field))
    .map((field) => ({ path: [...path, field], detail: `no such field: ${known.join(', ')}` }));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): object {
  const found = path.reduce<unknown>((at, step) => (at as { [step: PropertyKey]: unknown } | undefined)?.[step], value);
  return typeof found === 'object' && found !== null ? found : {};
}
