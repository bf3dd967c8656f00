import type { Fact, OrderFact, PromisedBy } from '../../../functions/domain/order/facts.ts';

/** A fact as a person would tell it. */
export function wordsOf(fact: Fact, zone: string): string {
  const happened = fact.at < fact.learnedAt ? `, since ${moment(zone, fact.at)}` : '';
  return `${sentence(fact, zone)}${happened}`;
}

function sentence(fact: Fact, zone: string): string {
  const by = (promised: PromisedBy | undefined): string =>
    promised === undefined ? ' (no day named)' : ` until ${promised.day ?? moment(zone, promised.until)}`;
  switch (fact.name) {
    case 'order':
      return `the shop tells the order${unusual(fact)}: to leave${by(fact.shipBy)}, to arrive${by(fact.deliverBy)}`;
    case 'shipment':
      return `the shop says parcel ${fact.parcel} left${fact.lines === undefined ? ' with all the rest' : ` with ${fact.lines.map(({ id, quantity }) => `${quantity} ${id}`).join(', ')}`}`;
    case 'delivery':
      return `the carrier has delivered parcel ${fact.parcel}`;
    case 'delay':
      return `the shop says that ${fact.of} ${fact.parcel ?? ''} will be late${by(fact.until)}`.replace('  ', ' ');
    case 'word':
      return `the customer says "${fact.word}"${fact.about === undefined ? '' : ` (${fact.about})`}${fact.parcel === undefined ? '' : ` of ${fact.parcel}`}`;
    case 'choice':
      return `the customer chooses ${fact.choice}${goods(fact.lines)}`;
    case 'stock-out':
      return `the shop is out of stock${goods(fact.lines)}${fact.restockOn === undefined ? '' : `, back on ${fact.restockOn.day}`}${fact.hasReplacement ? ', or something else instead' : ''}`;
    case 'incident':
      return `parcel ${fact.parcel}: ${fact.kind}${fact.keptUntil === undefined ? '' : ` until ${fact.keptUntil.day}`}`;
    case 'cancellation':
      return `the ${fact.by} cancels${goods(fact.lines)}`;
    case 'refund':
      return `${fact.amount} go back (${fact.refund})`;
    case 'outcome':
      return `staff say of ${fact.case}: ${fact.outcome}${fact.amount === undefined ? '' : ` ${fact.amount}`}${fact.until === undefined ? '' : ` until ${fact.until.day}`}`;
    case 'shipment-correction':
      return `the shop corrects the shipment ${fact.parcel}${fact.deliverBy === undefined ? '' : `: to arrive by ${fact.deliverBy.day}`}`;
    case 'correction':
      return `the shop takes back ${fact.fact}`;
    case 'payment':
      return fact.status === 'paid' ? 'the money has come' : 'the payment is refused';
    case 'change':
      return `the order is changed${fact.lines === undefined ? '' : ` to${goods(fact.lines)}`}${fact.total === undefined ? '' : `, costs ${fact.total.amount}`}${fact.kind === undefined ? '' : `, ${fact.kind}`}${fact.shipBy === undefined ? '' : `, to leave${by(fact.shipBy)}`}${fact.deliverBy === undefined ? '' : `, to arrive${by(fact.deliverBy)}`}`;
    case 'resend':
      return `staff want ${fact.message} sent again`;
    case 'mail-failed':
      return `the mail of ${fact.message} came back (${fact.why})`;
    case 'completion':
      return `staff have done task ${fact.task}`;
    default:
      return `somebody tells ${(fact as { name: string }).name}`;
  }
}

/** What is not as with most orders. */
function unusual({ payment = 'paid', kind = 'parcel', notifiesRecipient, lines, mailable }: OrderFact): string {
  const said = [
    ...(payment === 'paid' ? [] : [`payment ${payment}`]),
    ...(kind === 'parcel' ? [] : [kind]),
    ...(notifiesRecipient === true ? ['a gift'] : []),
    ...(lines.some(({ ships }) => ships) ? [] : ['nothing travels']),
    ...(mailable ? [] : ['no e-mail']),
  ];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Tue 3 Nov 2026, 18:00:00.001` on a clock. */
export function moment(zone: string, instant: number): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
  formats.set(zone, format);
  return format.format(instant);
}

const goods = (lines: readonly { readonly id: string; readonly quantity: number }[] | undefined): string =>
  lines === undefined ? '' : ` (${lines.map(({ id, quantity }) => `${quantity} ${id}`).join(', ')})`;
