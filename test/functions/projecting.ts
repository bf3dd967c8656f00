import { CallsTable } from '../../functions/adapters/calls-table.ts';
import { DetailsTable } from '../../functions/adapters/details-table.ts';
import { OffersTable } from '../../functions/adapters/offers-table.ts';
import { TimelineItems } from '../../functions/adapters/timeline-items.ts';
import type { ProjectionPorts } from '../../functions/project-timeline/project.ts';
import type { Api } from './api.ts';

/** All that the projection writes to is the API's own table; what it asks staff to be mailed is nobody's. */
export function projectionOf({ table, orders, customers }: Api): ProjectionPorts {
  const items = new TimelineItems(table);
  return {
    orders,
    customers,
    timeline: items,
    tasks: items,
    leaves: items,
    calls: new CallsTable(table),
    details: new DetailsTable(table),
    offers: new OffersTable(table),
    staffMail: { ask: async () => undefined },
  };
}
