import type { MailWords } from '../catalogue.ts';
import { cases } from './mails/cases.ts';
import { deliveries } from './mails/deliveries.ts';
import { orders } from './mails/orders.ts';
import { shipments } from './mails/shipments.ts';

export const mails: MailWords = { ...orders, ...shipments, ...deliveries, ...cases };
