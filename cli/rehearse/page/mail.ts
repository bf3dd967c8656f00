import { html } from 'hono/html';
import type { SentMail } from '../../../local/virtual/memory-ports.ts';
import type { NumberedMail } from './moments.ts';
import type { Markup } from './page.ts';

/** A mail to the customer: its subject, and opened the mail as it looks on a phone, with its plain text. */
export function mailToCustomer({ number, mail }: NumberedMail, name: string, locale: string): Markup {
  return html`<details class="mail" id="mail-${number}">
    <summary>
      <span class="badge mark-mail">${number}</span>
      <span><b lang="${locale}">${mail.subject}</b> <small>Mail to ${name}, ${mail.to}</small></span>
    </summary>
    ${opened(mail, locale)}
  </details> `;
}

/** The mail that brings a task to the person who has it in hand. */
export function mailToStaff(mail: SentMail, locale: string): Markup {
  return html`<details class="mail staff">
    <summary>
      <span><b lang="${locale}">${mail.subject}</b> <small>Mail to staff, ${mail.to}</small></span>
    </summary>
    ${opened(mail, locale)}
  </details> `;
}

/** In a frame of its own without scripts, windows or forms: nothing in it reaches this page, or anything else. */
function opened(mail: SentMail, locale: string): Markup {
  return html`<iframe
      sandbox
      title="${mail.subject}"
      width="390"
      height="${heightFor(mail)}"
      srcdoc="${withDeadLinks(mail.html)}"
    ></iframe>
    <details class="plain">
      <summary>The same as plain text</summary>
      <pre lang="${locale}">${mail.text}</pre>
    </details>`;
}

/** Links ask for a window of their own, which the frame may not open; otherwise a click would put an error in the mail's place. */
function withDeadLinks(mail: string): string {
  return mail.replace(/<head[^>]*>/i, '$&<base target="_blank">');
}

const lineLength = 46;
const lineHeight = 31;
const frameOnly = 190;
/** Letterhead, greeting and signature alone take that much. */
const atLeast = 1240;

/** What a mail takes on a phone, about: a page without scripts cannot measure it. */
function heightFor({ text }: SentMail): number {
  const lines = text.split('\n').map((line) => Math.max(0.55, Math.ceil(line.length / lineLength)));
  return Math.max(atLeast, Math.round(frameOnly + lines.reduce((sum, each) => sum + each, 0) * lineHeight));
}
