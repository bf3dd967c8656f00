import type { Customers } from '../domain/ports.ts';
import { hashOf } from '../domain/told-to-us/identity.ts';
import { changedPreferences, type Preferences } from '../domain/told-to-us/preferences.ts';
import { iso, type Placed } from '../project-timeline/entry.ts';
import type { TimelinePort } from '../project-timeline/project.ts';

export interface ChoosePorts {
  readonly customers: Pick<Customers, 'find' | 'choose'>;
  readonly timeline: Pick<TimelinePort, 'put'>;
}

/** Who says it, and when; through the page of an order, which one. */
export interface Chooser {
  readonly at: number;
  readonly by: 'customer' | 'shop';
  readonly order?: string | undefined;
}

/**
 * How a customer wants to be written to, from the next message on. On the timeline first: a choice that holds is always
 * to be found there, and a call that died in between is healed by its own repetition. Whom nobody knows chooses nothing.
 */
export async function choose(
  shop: string,
  customer: string,
  wanted: Preferences,
  chooser: Chooser,
  { customers, timeline }: ChoosePorts,
): Promise<void> {
  const known = await customers.find(shop, customer);
  if (known === undefined) return;
  const changed = changedPreferences(wanted, known);
  if (Object.keys(changed).length === 0) return;
  await timeline.put(shop, customer, entryOf(changed, chooser), chooser.at, known.keptUntil);
  const { offers, ...choices } = changed;
  const consent = offers === undefined ? undefined : { offers, at: chooser.at };
  await customers.choose(shop, customer, choices, consent, chooser.at);
}

function entryOf(changed: Preferences, { at, by, order }: Chooser): Placed {
  const entry = {
    at: iso(at),
    learnedAt: iso(at),
    kind: 'preference',
    name: 'preferences',
    order,
    by,
    detail: { ...changed },
  } as const;
  return { id: `preferences-${hashOf(changed).slice(0, 16)}`, entry };
}
