import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one order asks of AWS, of whatever is priced. */
export interface Asked {
  readonly stateTransitions: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly functionCalls: number;
  readonly gigabyteSeconds: number;
  readonly apiCalls: number;
  readonly answeredKiB: number;
  readonly loggedKiB: number;
  readonly queueRequests: number;
  readonly keptKiB: number;
  readonly mails: number;
}

interface Price {
  readonly usd: number;
  readonly per: string;
  readonly name: string;
}

export interface Prices {
  readonly asOf: string;
  readonly region: string;
  readonly prices: Readonly<Record<string, Price>>;
  readonly assumed: {
    readonly [
      name in
        | 'tokenCharacters'
        | 'itemOverheadBytes'
        | 'logEventBytes'
        | 'accessLogBytes'
        | 'responseHeaderBytes'
        | 'daysKept'
    ]: {
      readonly value: number;
    };
  } & { readonly milliseconds: { readonly value: Readonly<Record<string, number>> & { readonly default: number } } };
}

export const prices = JSON.parse(readFileSync(join(import.meta.dirname, 'prices.json'), 'utf8')) as Prices;

/** Dollars for a million such orders, by what is paid for; the mails are the last. */
export interface Cost {
  readonly stepFunctions: number;
  readonly dynamodb: number;
  readonly storage: number;
  readonly lambda: number;
  readonly api: number;
  readonly logs: number;
  readonly queues: number;
  readonly mails: number;
}

const gigabyte = 2 ** 30;
const kibibytesOfAMillion = (kibibytes: number): number => (kibibytes * 1024 * 1e6) / gigabyte;

export function costOfAMillion(asked: Asked, { prices: all, assumed }: Prices = prices): Cost {
  const usd = (name: string): number => {
    const price = all[name];
    if (price === undefined) throw new Error(`There is no price of ${name}.`);
    return price.usd;
  };
  const months = assumed.daysKept.value / 30;
  return {
    stepFunctions: asked.stateTransitions * usd('stateTransitions'),
    dynamodb: asked.writeUnits * usd('writeUnits') + asked.readUnits * usd('readUnits'),
    storage: kibibytesOfAMillion(asked.keptKiB) * months * (usd('storage') + usd('backups')),
    lambda: asked.functionCalls * usd('functionCalls') + asked.gigabyteSeconds * 1e6 * usd('functionTime'),
    api: asked.apiCalls * usd('apiCalls') + kibibytesOfAMillion(asked.answeredKiB) * usd('transfer'),
    logs: kibibytesOfAMillion(asked.loggedKiB) * (usd('logs') + months * usd('logsKept')),
    queues: asked.queueRequests * usd('queueRequests'),
    mails: asked.mails * usd('mails'),
  };
}

/** All but the mails. */
export function beforeMail({ mails: _mails, ...rest }: Cost): number {
  return Object.values(rest).reduce((sum: number, dollars: number) => sum + dollars, 0);
}
