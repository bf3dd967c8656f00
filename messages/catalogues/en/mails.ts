import type { MailWords } from '../catalogue.ts';
import { cases } from './mails/cases.ts';
import { changes } from './mails/changes.ts';
import { deliveries } from './mails/deliveries.ts';
import { money } from './mails/money.ts';
import { offers } from './mails/offers.ts';
import { orders } from './mails/orders.ts';
import { shipments } from './mails/shipments.ts';

export const mails: MailWords = { ...orders, ...offers, ...shipments, ...deliveries, ...changes, ...cases, ...money };
