import type { Mail } from './mailbox.ts';

/** A mail as `/_local/mails` shows it. */
export interface ShownMail {
  id: string;
  message: string | undefined;
  order: string | undefined;
  to: string;
  from: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  at: string;
}

/**
 * The mails that were asked for, oldest first: those to customers, or those to staff. Who a mail is for, which message
 * it is and which order it is about stand in its tags.
 */
export function shownMails(mails: readonly Mail[], asked: { order?: string | null; to?: string | null }): ShownMail[] {
  const toStaff = asked.to === 'staff';
  return mails
    .filter(({ tags }) => (tags['audience'] === 'staff') === toStaff)
    .filter(({ tags }) => !asked.order || tags['order'] === asked.order)
    .map(({ id, tags, to, from, replyTo, subject, text, html, headers, at }) => ({
      id,
      message: tags['message'],
      order: tags['order'],
      to: to.join(', '),
      from,
      replyTo: replyTo.join(', '),
      subject,
      text,
      html,
      headers,
      at,
    }));
}
