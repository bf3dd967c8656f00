import type { Locale } from '../letter.ts';
import type { StaffCatalogue } from './catalogue.ts';
import { common as commonInEnglish } from './en/common.ts';
import { morning as morningInEnglish } from './en/morning.ts';
import { staff as staffInEnglish } from './en/staff.ts';
import { common as commonInFrench } from './fr/common.ts';
import { morning as morningInFrench } from './fr/morning.ts';
import { staff as staffInFrench } from './fr/staff.ts';

/** What the mails to staff say. */
export const staffCatalogues: Readonly<Record<Locale, StaffCatalogue>> = {
  fr: { common: commonInFrench, staff: staffInFrench, morning: morningInFrench },
  en: { common: commonInEnglish, staff: staffInEnglish, morning: morningInEnglish },
};
