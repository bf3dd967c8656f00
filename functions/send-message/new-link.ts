import { millisecondsOf } from '../domain/calendar/calendar.ts';
import type { Link, Links } from '../domain/ports.ts';

export interface NewLinkPorts {
  readonly links: Pick<Links, 'put'>;
  readonly newToken: () => string;
  /** The absolute address behind a token. */
  readonly linkTo: (token: string) => string;
}

/** Links answer for a long time: an order's end is not known when its mails are written. */
const linkLivesMs = millisecondsOf('P400D');

/** Opaque, and bound to what it is for, its order and its message: each mail has its own. */
export async function newLink(
  link: Omit<Link, 'expiresAt'>,
  now: number,
  { links, newToken, linkTo }: NewLinkPorts,
): Promise<string> {
  const token = newToken();
  await links.put(token, { ...link, expiresAt: now + linkLivesMs });
  return linkTo(token);
}
