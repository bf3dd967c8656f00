import type { Chance } from '../../../cli/simulate/chance.ts';

/** Ways in which somebody might spell a secret text that they do not have, or have in part. Each is drawn as often. */
type Mutation = (text: string, chance: Chance) => string;

const at = (text: string, chance: Chance): number => chance.between(0, text.length - 1);
const replaced = (text: string, index: number, by: string): string => text.slice(0, index) + by + text.slice(index + 1);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=';
const anyOf = (characters: string, chance: Chance): string => characters[at(characters, chance)]!;
/** What a careless comparison takes for the same: other scripts, full width, combining marks, nothing to be seen. */
const lookalikes: Readonly<Record<string, string>> = {
  A: 'Α', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'K', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х',
  a: 'а', c: 'с', e: 'е', i: 'і', k: 'к', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у',
  0: '０', 1: '１', 2: '２', 3: '３', 4: '４', 5: '５', 6: '６', 7: '７', 8: '８', 9: '９',
  '+': '＋', '/': '／', '=': '＝', '-': '‐', _: '＿',
}; // prettier-ignore

/** Spellings of the same or nearly the same bytes, and everything that a finger slips to. */
const mutations: readonly Mutation[] = [
  (text, chance) => {
    const index = at(text, chance);
    return replaced(text, index, String.fromCodePoint(text.codePointAt(index)! ^ (1 << chance.between(0, 6))));
  },
  (text, chance) => replaced(text, at(text, chance), anyOf(alphabet, chance)),
  (text, chance) => text.slice(0, chance.between(0, text.length - 1)),
  (text, chance) => text.slice(chance.between(1, text.length)),
  (text, chance) => text + anyOf(alphabet, chance).repeat(chance.between(1, 4)),
  (text, chance) => `${anyOf(alphabet, chance)}${text}`,
  (text) => text.replace(/=+$/, ''),
  (text) => `${text}=`,
  (text) => text.replaceAll('+', '-').replaceAll('/', '_'),
  (text) => text.replaceAll('-', '+').replaceAll('_', '/'),
  trailingBits,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text, chance) => {
    const index = at(text, chance);
    const one = text[index]!;
    return replaced(text, index, one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase());
  },
  (text, chance) => {
    const index = at(text, chance);
    return `${text.slice(0, index)}${anyOf(' \t\n\r\0\u00a0\u200b\ufeff', chance)}${text.slice(index)}`;
  },
  (text, chance) => `${text}${anyOf('\n\r\0\u00a0\u200b\ufeff\u2028', chance)}`,
  (text, chance) => {
    const index = at(text, chance);
    return replaced(text, index, lookalikes[text[index]!] ?? `${text[index]}\u0301`);
  },
  (text) => `${text},${text}`,
  (text) => `${text}, ${text}`,
  (text) => `"${text}"`,
  (text) => `sha256=${text}`,
  (text) => Array.from(text).toReversed().join(''),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text, 'base64').toString('hex'),
  (text) => Buffer.from(text, 'base64').toString('latin1'),
  (text, chance) => {
    const [one, other] = [at(text, chance), at(text, chance)];
    return replaced(replaced(text, one, text[other]!), other, text[one]!);
  },
  (text, chance) => Array.from({ length: text.length }, () => anyOf(alphabet, chance)).join(''),
  (_, chance) =>
    ['', '=', '*', '%', 'null', 'undefined', '[object Object]', '.', '..', '0', '__proto__'][chance.between(0, 10)]!,
];

/** base64 leaves bits unused in its last character: other characters there decode to the very same bytes. */
function trailingBits(text: string, chance: Chance): string {
  const length = text.replace(/=+$/, '').length;
  const spare = [0, 0, 15, 3][length % 4]!;
  const standard = alphabet.slice(0, 64);
  const value = standard.indexOf((text[length - 1] ?? '').replace('-', '+').replace('_', '/'));
  if (spare === 0 || value === -1) return `${text}A`;
  return replaced(text, length - 1, standard[(value & ~spare) | chance.between(0, spare)]!);
}

/** Another text than this one, now and then changed several times. */
export function mutated(text: string, chance: Chance): string {
  for (;;) {
    let changed = text;
    for (let times = chance.inHundred(85) ? 1 : chance.between(2, 4); times > 0; times -= 1) {
      if (changed.length > 0) changed = mutations[chance.between(0, mutations.length - 1)]!(changed, chance);
    }
    if (changed !== text) return changed;
  }
}
