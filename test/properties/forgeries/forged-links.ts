import { randomBytes } from 'node:crypto';
import type { Chance } from '../../../cli/simulate/chance.ts';
import { linkKey } from '../../../functions/adapters/keys.ts';
import { LinksTable } from '../../../functions/adapters/links-table.ts';
import type { Item, Key, Table } from '../../../functions/adapters/table.ts';
import { answerCustomer, type AnswerCustomerPorts } from '../../../functions/answer-customer/answer-customer.ts';
import { defaultSettings } from '../../../functions/domain/shop/settings.ts';
import { endpoint, type Endpoint } from '../../../functions/http/endpoint.ts';
import { eventOf } from '../../functions/events.ts';
import { mutated } from './mutated.ts';
import type { Forgery } from './forgeries.ts';

/** The part of the table that links need, in memory: their own adapter hashes and looks up as it does on AWS. */
class LinksInMemory implements Pick<Table, 'get' | 'put'> {
  private readonly items = new Map<string, Item>();

  async get({ pk, sk }: Key): Promise<Item | undefined> {
    return this.items.get(`${pk} ${sk}`);
  }

  async put(item: Key & Item): Promise<boolean> {
    this.items.set(`${item.pk} ${item.sk}`, item);
    return true;
  }
}

const links = new LinksTable(new LinksInMemory() as unknown as Table);
const link = { shop: 'lyon', order: '1001', message: 'confirm-order:order:1001' };
const now = 1_000_000;
/** As send-message makes them: two links of each mail. A shop has many, so that a mutation may meet another's. */
async function tokensOf(mails: number, expiresAt: number): Promise<string[]> {
  const newToken = (): string => randomBytes(16).toString('base64url');
  const tokens: string[] = [];
  for (let count = 0; count < mails; count += 1) {
    const [mail, word, preferences] = [newToken(), newToken(), newToken()];
    await links.put(mail, { word, preferences }, { ...link, expiresAt });
    tokens.push(mail + word, mail + preferences);
  }
  return tokens;
}
const tokens = await tokensOf(500, now + 1);
const expired = await tokensOf(50, now);
const genuine = new Set(tokens);

/** A link was found: what lies behind it is beside the point. */
class Found extends Error {}
let found = false;
const ports: AnswerCustomerPorts = new Proxy({} as AnswerCustomerPorts, {
  get: (_, name) => {
    if (name === 'links') return links;
    if (name === 'shops') return { settings: async () => defaultSettings };
    return {
      find: async () => {
        found = true;
        throw new Found();
      },
    };
  },
});
const opens: Endpoint = endpoint(answerCustomer(ports), () => now);

async function isOpened(token: string, method: string): Promise<boolean> {
  found = false;
  const { event } = eventOf({ method, url: '/c/token' });
  const { statusCode } = await opens({ ...event, pathParameters: { token } });
  return found || statusCode !== 404;
}

const methods = ['GET', 'HEAD', 'POST'];

/** Tokens of the links in mails, through the very function that answers behind them. */
export const linksInMails: Forgery = {
  name: 'links',
  genuine: async () => isOpened(tokens[0]!, 'GET'),
  forge: async (chance) => {
    const token = forged(chance);
    const method = methods[chance.between(0, 2)]!;
    return (await isOpened(token, method)) ? `${method} ${token}` : undefined;
  },
};

/** Anything but a token of ours: two halves that happen to make one are none. */
function forged(chance: Chance): string {
  const drawn = drawnFrom(chance);
  return genuine.has(drawn) ? forged(chance) : drawn;
}

function drawnFrom(chance: Chance): string {
  const token = tokens[chance.between(0, tokens.length - 1)]!;
  const other = tokens[chance.between(0, tokens.length - 1)]!;
  const half = chance.between(1, 43);
  const ways: readonly (() => string)[] = [
    () => mutated(token, chance),
    () => expired[chance.between(0, expired.length - 1)]!,
    // What the table holds, should anybody ever read it there.
    () => linkKey(token.slice(0, 22)).pk,
    () => linkKey(token.slice(0, 22)).pk.replace('LINK#', ''),
    () => token.slice(0, half) + other.slice(half),
  ];
  return ways[chance.inHundred(80) ? 0 : chance.between(1, ways.length - 1)]!();
}
