import byCountry from './holidays.json' with { type: 'json' };

type Country = { readonly every: readonly string[]; readonly [year: string]: readonly string[] };

/** The public holidays of a country (ISO 3166), as days, for every year that the data holds; none where it is unknown. */
export function holidaysOf(country: string): string[] {
  const found = (byCountry as { readonly [country: string]: Country })[country];
  if (found === undefined) return [];
  const years = Object.keys(found).filter((year) => /^\d{4}$/.test(year));
  return years.flatMap((year) => [...found.every, ...found[year]!].map((day) => `${year}-${day}`)).sort();
}
