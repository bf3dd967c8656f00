import type { Contact, ContactChange, Customers, Profile } from '../domain/ports.ts';
import { changedFields, contactBody } from '../domain/told-to-us/contact.ts';
import { hashOf } from '../domain/told-to-us/identity.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import type { KeptKeys } from '../domain/told-to-us/record.ts';
import { customerNamed } from '../http/customers.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { Refused, unknown } from '../http/problem.ts';
import { iso, type Placed } from '../project-timeline/entry.ts';
import type { TimelinePort } from '../project-timeline/project.ts';
import { mendAddress, type MendAddressPorts } from './mend-address.ts';
import { saidWhen, type Said } from './said-when.ts';

export interface KeepContactPorts extends MendAddressPorts {
  readonly customers: Pick<Customers, 'find' | 'reach' | 'unmarkFailing'>;
  readonly keys: Pick<KeptKeys, 'reserve'>;
  readonly timeline: Pick<TimelinePort, 'put'>;
}

/** Each is lost to an order of the customer that was placed in the same moment. */
const mostTries = 8;

/**
 * `PUT /customers/{id}`: how the customer is reached, for everything sent from now on. An order that was placed before
 * never overwrites it, one placed later does. It is no fact of any order: the answer is what holds now.
 */
export function keepContact(ports: KeepContactPorts): DecideForShop {
  return async (shop, call) => {
    const customer = customerNamed(call);
    if ((await ports.customers.find(shop, customer)) === undefined) throw unknown('customer');
    const key = call.idempotencyKey(shop);
    const contact = parsed(contactBody, call.json());
    const said = await saidWhen(key, hashOf(contact), call.now, ports.keys);
    const { name, email, phone } = await reachedBy(shop, customer, contact, said, ports);
    await mendAddress(shop, customer, call.now, ports);
    return { status: 200, json: { customer, name, email, phone } };
  };
}

/**
 * The profile after it, and the change on the timeline. What was so already is no change; but its entry is written once
 * more, for the call that made it may have died before.
 */
async function reachedBy(
  shop: string,
  customer: string,
  contact: Contact,
  { at, again }: Said,
  ports: KeepContactPorts,
): Promise<Profile> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const known = await ports.customers.find(shop, customer);
    if (known === undefined) throw unknown('customer');
    const fields = changedFields(contact, known);
    const isOvertaken = again && known.asOf > at;
    const isNews = fields.length > 0 && !isOvertaken;
    const change = isNews ? { at, fields } : known.change;
    // An order's clock may be ahead of ours: what the shop says now counts all the same.
    const asOf = Math.max(at, known.asOf);
    if (!isOvertaken && !(await ports.customers.reach(shop, customer, contact, asOf, change))) continue;
    if (change !== undefined) await ports.timeline.put(shop, customer, entryOf(change), change.at, known.keptUntil);
    return isOvertaken ? known : { ...known, ...contact };
  }
  throw new Refused('busy', 'Orders of this customer came in between: send it again in a moment.');
}

/** Which fields, never what stands in them: a timeline outlives what a person has taken back. */
function entryOf({ at, fields }: ContactChange): Placed {
  const entry = { at: iso(at), learnedAt: iso(at), kind: 'preference', name: 'contact', detail: { fields } } as const;
  return { id: `contact-${fields.join('-')}`, entry };
}
