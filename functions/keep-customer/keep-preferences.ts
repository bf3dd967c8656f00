import { hashOf } from '../domain/told-to-us/identity.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import { preferencesBody, preferencesOf } from '../domain/told-to-us/preferences.ts';
import type { KeptKeys } from '../domain/told-to-us/record.ts';
import { customerNamed } from '../http/customers.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { unknown } from '../http/problem.ts';
import { choose, type ChoosePorts } from './choose.ts';
import { saidWhen } from './said-when.ts';

export interface KeepPreferencesPorts extends ChoosePorts {
  readonly keys: Pick<KeptKeys, 'reserve'>;
}

/**
 * `PUT /customers/{id}/preferences`: language, zone, tone, channel and consent, from the next message on. It is no fact
 * of any order: the answer is what holds now.
 */
export function keepPreferences(ports: KeepPreferencesPorts): DecideForShop {
  return async (shop, call) => {
    const customer = customerNamed(call);
    const known = await ports.customers.find(shop, customer);
    if (known === undefined) throw unknown('customer');
    const key = call.idempotencyKey(shop);
    const wanted = preferencesOf(parsed(preferencesBody, call.json()));
    const { at, again } = await saidWhen(key, hashOf(wanted), call.now, ports.keys);
    // Told again with its key after a later one, it undoes nothing.
    const isOvertaken = again && (known.chosenAt ?? 0) > at;
    if (!isOvertaken) await choose(shop, customer, wanted, { at, by: 'shop' }, ports);
    return { status: 200, json: await shown(shop, customer, ports) };
  };
}

async function shown(shop: string, customer: string, { customers }: KeepPreferencesPorts) {
  const known = await customers.find(shop, customer);
  return { customer, ...known?.chosen, consent: known?.consent && { offers: known.consent.offers } };
}
