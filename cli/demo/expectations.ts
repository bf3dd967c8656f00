import type { ShownMail } from '../../local/mail/shown-mail.ts';
import type { Execution } from './happenings.ts';
import type { OrderView } from './shop-backend.ts';
import type { Told } from './story.ts';

/** One thing that the story promises, and whether it came true. */
export interface Expectation {
  readonly text: string;
  readonly isMet: boolean;
}

const messages = [
  'confirm-order',
  'warn-shipping-delay',
  'announce-partial-shipment',
  'announce-shipment',
  'ask-delivery-check',
  'thank-customer',
];

/** What must have happened: a story that only looks good is no demonstration. */
export function expectationsOf(
  { redemptions }: Told,
  order: OrderView,
  { status, states }: Execution,
  mails: readonly ShownMail[],
): Expectation[] {
  const sent = mails.map(({ message }) => message).join(' ');
  const errors = states.flatMap(({ error }) => (error === undefined ? [] : [error]));
  return [
    { text: `the customer got ${messages.length} mails, each once and in order`, isMet: sent === messages.join(' ') },
    { text: 'the delay and the first parcel left the main path, and came back', isMet: isDetour(errors) },
    { text: 'the customer was told before any promised day had passed', isMet: !order.promises.some(isBrokenUnsaid) },
    { text: 'both parcels arrived', isMet: order.parcels.filter(isDelivered).length === 2 },
    { text: 'the order is closed: received', isMet: status === 'SUCCEEDED' && order.how === 'received' },
    { text: 'the promo was redeemed, and once only', isMet: redemptions[0] === 201 && redemptions[1] === 409 },
  ];
}

/** That one of two parcels is delivered needs no saying: it is noted. */
const isDetour = (errors: readonly string[]): boolean => errors.join(' ') === 'ShippingDelayed PartlyShipped Noted';
const isDelivered = ({ status }: OrderView['parcels'][number]): boolean => ['delivered', 'received'].includes(status);
const isBrokenUnsaid = ({ status, until, warnedAt }: OrderView['promises'][number]): boolean =>
  status === 'broken' && (warnedAt === undefined || Date.parse(warnedAt) > Date.parse(until));
