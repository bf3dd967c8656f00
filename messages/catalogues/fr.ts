import type { Catalogue } from './catalogue.ts';
import { collected } from './fr/collected.ts';
import { pages as collectedPages } from './fr/collected/pages.ts';
import { common } from './fr/common.ts';
import { gifts } from './fr/gifts.ts';
import { mails } from './fr/mails.ts';
import { morning } from './fr/morning.ts';
import { pages } from './fr/pages.ts';
import { staff } from './fr/staff.ts';

/** French: the customer is addressed as vous, the shop says nous. */
export const fr: Catalogue = { common, mails, morning, pages, staff, collected, collectedPages, gifts };
