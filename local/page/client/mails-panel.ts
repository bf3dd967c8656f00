import { button, fill, h } from './dom.ts';
import type { MailShown } from './shown.ts';
import { moment } from './words.ts';

export type Readers = 'customer' | 'staff';

export interface MailsPanel {
  readonly order: string | undefined;
  readonly mails: { readonly [readers in Readers]: readonly MailShown[] };
  readonly to: Readers;
  readonly open: string | undefined;
  readonly as: 'html' | 'text';
}

export interface MailActions {
  /** Changes what is looked at. */
  readonly look: (change: Partial<Pick<MailsPanel, 'to' | 'open' | 'as'>>) => void;
}

/** The mails about the order that is looked at: those to the customer, and those to the staff. */
export function showMails(panel: MailsPanel, { look }: MailActions): void {
  const { mails, to, order } = panel;
  const chosen = mailOpen(panel);
  const ids = mails[to].map(({ id }) => id);
  fill('mails', [order, to, panel.as, chosen?.id, ids, mails.customer.length, mails.staff.length], () => {
    if (order === undefined) return [];
    return [
      h('h2', {}, 'Mails'),
      h(
        'div',
        { class: 'tabs', role: 'group', 'aria-label': 'Whose mails' },
        tab('customer', `To the customer (${mails.customer.length})`),
        tab('staff', `To the staff (${mails.staff.length})`),
      ),
      list(mails[to], chosen, look),
      ...(chosen === undefined ? [] : reader(chosen, panel, look)),
    ];
  });
  function tab(readers: Readers, label: string): HTMLElement {
    return button(`mails-${readers}`, label, () => look({ to: readers, open: undefined }), {
      'aria-pressed': String(to === readers),
    });
  }
}

/** Without a choice the latest mail is open. */
function mailOpen({ mails, to, open }: MailsPanel): MailShown | undefined {
  return mails[to].find(({ id }) => id === open) ?? mails[to].at(-1);
}

function list(mails: readonly MailShown[], chosen: MailShown | undefined, look: MailActions['look']): HTMLElement {
  if (mails.length === 0) return h('p', { class: 'soft' }, 'None yet.');
  const rows = [...mails].reverse().map((mail) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'row',
          'data-key': `mail-${mail.id}`,
          'aria-current': mail === chosen ? 'true' : undefined,
          click: () => look({ open: mail.id }),
        },
        h('span', {}, mail.subject),
        h('span', { class: 'soft' }, moment(mail.at)),
      ),
    ),
  );
  return h('ul', { class: 'list short', 'data-scroll': 'mails' }, ...rows);
}

function reader(mail: MailShown, { as, to }: MailsPanel, look: MailActions['look']): HTMLElement[] {
  const head = [
    ['Subject', mail.subject],
    ['From', mail.from],
    ['To', mail.to],
    ['Reply to', mail.replyTo],
    ['Sent', moment(mail.at, { year: true })],
  ].flatMap(([name = '', value = '']) => [h('dt', {}, name), h('dd', {}, value)]);
  const choice = (what: 'html' | 'text', label: string): HTMLElement =>
    button(`as-${what}`, label, () => look({ as: what }), { 'aria-pressed': String(as === what) });
  return [
    h('dl', { class: 'head' }, ...head),
    h(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'How the mail is shown' },
      choice('html', to === 'staff' ? 'As the staff see it' : 'As the customer sees it'),
      choice('text', 'Plain text'),
    ),
    as === 'text'
      ? h('pre', { class: 'mail', tabindex: '0', 'aria-label': 'The mail as text' }, mail.text)
      : frame(mail),
  ];
}

/** No script runs in it and it knows nothing of this page; a link opens a tab of its own. */
function frame({ html, subject }: MailShown): HTMLElement {
  return h('iframe', {
    class: 'mail',
    title: `The mail: ${subject}`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    srcdoc: `<base target="_blank">${html}`,
  });
}
