import type { Shown } from '../shown.ts';
import { fact, type Fact, type Writing } from './writing.ts';

/** Where something is collected, as a line of the table: the shop's address. None where it is not collected. */
export function whereToCollect(writing: Writing): readonly Fact[] {
  const { collect } = writing;
  if (collect === undefined || collect.address === '') return [];
  return [fact(writing, writing.words.collected.where, collect.address)];
}

/** From when the customer can come: now, or when the shop opens again. */
export function whenToCollect({ words, format, collect }: Writing): readonly Shown[] {
  if (collect === undefined) return [];
  const say = words.collected;
  return [
    collect.opensAt === undefined
      ? say.comeNow({ phone: collect.phone })
      : say.comeFrom({ at: format.moment(collect.opensAt) }),
  ];
}
