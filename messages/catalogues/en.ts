import type { Catalogue } from './catalogue.ts';
import { collected } from './en/collected.ts';
import { pages as collectedPages } from './en/collected/pages.ts';
import { common } from './en/common.ts';
import { gifts } from './en/gifts.ts';
import { mails } from './en/mails.ts';
import { morning } from './en/morning.ts';
import { pages } from './en/pages.ts';
import { staff } from './en/staff.ts';

/** English, as it is written in Britain: the shop says we. */
export const en: Catalogue = { common, mails, morning, pages, staff, collected, collectedPages, gifts };
