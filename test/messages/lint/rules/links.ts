import { visible, type Seen } from '../seen.ts';
import type { Rule } from './rule.ts';

const leadSomewhere = new Set(['https:', 'http:', 'tel:', 'mailto:']);
const sayNothing = /^(?:here|click here|link|ici|cliquez ici|lien)$/iu;

/** A link leads somewhere from wherever it is read, says where, and is in the plain text too. */
export const links: Rule = {
  name: 'links',
  broken: (seen) => [...badLinks(seen), ...mainLink(seen), ...badPictures(seen)],
};

function badLinks(seen: Seen): readonly string[] {
  return visible(seen)
    .querySelectorAll('a')
    .flatMap((link) => {
      const address = link.getAttribute('href') ?? '';
      const label = link.textContent.trim();
      const name = `html: the link “${label}”`;
      if (!isAbsolute(address)) return [`${name} has no absolute address: ${address}`];
      if (label === '' || sayNothing.test(label)) return [`${name} does not say where it leads: ${address}`];
      if (/^https?:/u.test(address) && !seen.words.text.includes(withoutSlash(address)))
        return [`text: ${name} is missing: ${address}`];
      return [];
    });
}

/** What the message asks for comes first. */
function mainLink(seen: Seen): readonly string[] {
  if (!('head' in seen.letter)) return [];
  const first = visible(seen).querySelector('a')?.getAttribute('href');
  return first === seen.letter.head.link ? [] : [`html: the first link is ${first}`];
}

function badPictures(seen: Seen): readonly string[] {
  return visible(seen)
    .querySelectorAll('img')
    .filter((picture) => picture.getAttribute('src')?.startsWith('https:') !== true)
    .map((picture) => `html: a picture without an absolute address: ${picture.getAttribute('src')}`);
}

function isAbsolute(address: string): boolean {
  return URL.canParse(address) && leadSomewhere.has(new URL(address).protocol);
}

/** A home page is typed without the slash that a browser adds. */
function withoutSlash(address: string): string {
  return address.replace(/\/$/u, '');
}
