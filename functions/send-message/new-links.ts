import { dayMs } from '../domain/calendar/day.ts';
import type { Link, LinkPurpose, Links } from '../domain/ports.ts';

export interface NewLinksPorts {
  readonly links: Pick<Links, 'put'>;
  /** 128 random bits. */
  readonly newToken: () => string;
  /** The absolute address behind a token. */
  readonly linkTo: (token: string) => string;
}

/** Links answer for a long time: an order's end is not known when its mails are written. */
const linkLivesMs = 400 * dayMs;

/**
 * The addresses of one mail, by what each is for: opaque, and bound to that, its order and its message. Whoever has one of
 * them cannot guess another. They are kept together, for each write costs the same.
 */
export async function newLinks<Purpose extends LinkPurpose>(
  purposes: readonly Purpose[],
  about: Omit<Link, 'purpose' | 'expiresAt'>,
  now: number,
  { links, newToken, linkTo }: NewLinksPorts,
): Promise<Readonly<Record<Purpose, string>>> {
  const mail = newToken();
  const secrets = purposes.map((purpose) => [purpose, newToken()] as const);
  await links.put(mail, Object.fromEntries(secrets), { ...about, expiresAt: now + linkLivesMs });
  const addresses = secrets.map(([purpose, secret]) => [purpose, linkTo(`${mail}${secret}`)] as const);
  return Object.fromEntries(addresses) as Record<Purpose, string>;
}
