/**
 * Writes functions/domain/shop/holidays.json: the public holidays of every country that date-holidays knows, for
 * the years that a promise made today can reach. Run by hand once a year (`npm run holidays`); the data is
 * CC-BY 3.0 / CC-BY-SA (https://github.com/commenthol/date-holidays), credited in the README.
 *
 * Shape: {"FR": {"every": ["01-01", …], "2026": ["04-06", …], …}}: days that fall on the same date in every year are
 * written once.
 */
import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const firstYear = new Date().getUTCFullYear();
const years = Array.from({ length: 7 }, (_, index) => firstYear + index);

const byCountry: Record<string, Record<string, string[]>> = {};
for (const country of Object.keys(new Holidays().getCountries()).sort()) {
  const holidays = new Holidays(country);
  const daysOf = new Map(
    years.map((year) => [
      year,
      new Set(
        holidays
          .getHolidays(year)
          .filter((holiday) => holiday.type === 'public')
          .map((holiday) => holiday.date.slice(5, 10)),
      ),
    ]),
  );
  const inEvery = [...daysOf.get(firstYear)!].filter((day) => years.every((year) => daysOf.get(year)!.has(day))).sort();
  const entry: Record<string, string[]> = { every: inEvery };
  for (const [year, days] of daysOf) entry[year] = [...days].filter((day) => !inEvery.includes(day)).sort();
  byCountry[country] = entry;
}
writeFileSync(new URL('../functions/domain/shop/holidays.json', import.meta.url), `${JSON.stringify(byCountry)}\n`);
