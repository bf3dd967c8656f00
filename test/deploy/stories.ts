import type { Happening } from './happenings.ts';

/**
 * One table of stories for two engines: what happens, and the states that the order's executions enter because of it.
 * Every engine plays it over HTTP and is asked for its histories through the AWS SDK.
 */
export interface Story {
  /** Also the order's id, and the customer's. */
  readonly name: string;
  readonly about: string;
  /** `patient` promises minutes; `hasty` seconds, for stories about silence. */
  readonly shop: 'patient' | 'hasty';
  readonly acts: readonly (readonly [Happening, ...states: string[]])[];
  /** How each execution ends. */
  readonly ends: readonly string[];
  /** What the customer is told by mail. */
  readonly messages: readonly string[];
}

/** Between the executions of one order, in the list of its states. */
export const nextRun = '— next execution —';

const comes: Happening = { tell: '', body: (at) => ({ shipBy: at(900), deliverBy: at(1800) }) };
const comesPromisedSoon: Happening = { tell: '', body: (at) => ({ shipBy: at(8), deliverBy: at(900) }) };
const ships: Happening = { tell: 'shipments', body: () => ({ parcel: 'p1', carrier: 'UPS', trackingNumber: '1Z9' }) };
const arrives: Happening = { tell: 'deliveries', body: () => ({ parcel: 'p1' }) };
const isCancelled: Happening = { tell: 'cancellations', body: () => ({ by: 'shop', reason: 'The last one broke.' }) };
const isOutOfStock: Happening = {
  tell: 'stock-outs',
  body: (at) => ({
    lines: [{ id: 'lamp', quantity: 1 }],
    restockOn: at(20 * 86_400).slice(0, 10),
    replacement: { title: 'Bedside lamp' },
  }),
};
const chooses = (choice: string): Happening => ({ answer: { choice } });
const says = (word: string): Happening => ({ tell: 'words', body: () => ({ word, by: 'phone', text: 'It rattles.' }) });
const answers = (word: string): Happening => ({ answer: { word } });
const isAnswered: Happening = {
  tell: 'outcomes',
  body: () => ({ case: 'case-1', outcome: 'answered', text: 'It is the shade: press it down until it clicks.' }),
};
const refunded: Happening = { tell: 'refunds', body: () => ({ refund: 'r1', amount: 4900, means: 'card' }) };
const silence: Happening = { silence: true };
const release: Happening = { release: true };
const dies = (run: number): Happening => ({ stop: run });

/** Nothing but what the shop promised happens. */
const untilAsked = [
  [comes, 'ConfirmOrder', 'AwaitShipment'],
  [ships, 'AnnounceShipment', 'AwaitDelivery'],
  [arrives, 'AskDeliveryCheck', 'AwaitCustomerWord'],
] as const satisfies Story['acts'];
const toldUntilAsked = ['confirm-order', 'announce-shipment', 'ask-delivery-check'];
const warning = ['WhichPromise', 'WarnShippingDelay', 'ResumeOrder', 'AwaitShipment'] as const;

export const stories: readonly Story[] = [
  {
    name: 'happy',
    about: 'goes well: eight states, four mails, the last one after an answer on the page',
    shop: 'patient',
    acts: [...untilAsked, [answers('received'), 'ThankCustomer', 'CloseOrder']],
    ends: ['SUCCEEDED'],
    messages: [...toldUntilAsked, 'thank-customer'],
  },
  {
    name: 'late',
    about: 'is late: two warnings, by the clock alone, then it leaves',
    shop: 'hasty',
    acts: [
      [comesPromisedSoon, 'ConfirmOrder', 'AwaitShipment'],
      [silence, ...warning],
      [silence, ...warning],
      [ships, 'AnnounceShipment', 'AwaitDelivery'],
      [arrives, 'AskDeliveryCheck', 'AwaitCustomerWord'],
      [answers('received'), 'ThankCustomer', 'CloseOrder'],
    ],
    ends: ['SUCCEEDED'],
    messages: [
      'confirm-order',
      'warn-shipping-delay',
      'warn-shipping-delay',
      'announce-shipment',
      'ask-delivery-check',
      'thank-customer',
    ],
  },
  {
    name: 'unanswered',
    about: 'arrives, and the customer never answers: it ends in silence',
    shop: 'hasty',
    acts: [...untilAsked, [silence, 'WhichPromise', 'CloseOrder']],
    ends: ['SUCCEEDED'],
    messages: toldUntilAsked,
  },
  {
    name: 'cancelled',
    about: 'is cancelled before it leaves, and the money goes back',
    shop: 'patient',
    acts: [
      [comes, 'ConfirmOrder', 'AwaitShipment'],
      [isCancelled, 'ConfirmCancellation', 'ResumeOrder', 'AwaitRefund'],
      [refunded, 'AnnounceRefund', 'ResumeOrder', 'CloseOrder'],
    ],
    ends: ['SUCCEEDED'],
    messages: ['confirm-order', 'confirm-cancellation', 'announce-refund'],
  },
  {
    name: 'out-of-stock',
    about: 'is out of stock: the customer takes the replacement, on the page',
    shop: 'patient',
    acts: [
      [comes, 'ConfirmOrder', 'AwaitShipment'],
      [isOutOfStock, 'WarnOutOfStock', 'ResumeOrder', 'AwaitStockChoice'],
      [chooses('replace'), 'AskStaff', 'ResumeOrder', 'AwaitShipment'],
      [ships, 'AnnounceShipment', 'AwaitDelivery'],
      [arrives, 'AskDeliveryCheck', 'AwaitCustomerWord'],
      [answers('received'), 'ThankCustomer', 'CloseOrder'],
    ],
    ends: ['SUCCEEDED'],
    messages: ['confirm-order', 'warn-out-of-stock', 'announce-shipment', 'ask-delivery-check', 'thank-customer'],
  },
  {
    name: 'case',
    about: 'is complained about: a case, an answer, the end',
    shop: 'patient',
    acts: [
      ...untilAsked,
      [says('problem'), 'OpenCase', 'ResumeOrder', 'AwaitCaseOutcome'],
      [isAnswered, 'AnnounceSettlement', 'ResumeOrder', 'CloseOrder'],
    ],
    ends: ['SUCCEEDED'],
    messages: [...toldUntilAsked, 'open-case', 'announce-settlement'],
  },
  {
    name: 'shipped-first',
    about: 'is told of a shipment before the order: nothing begins, then both are said',
    shop: 'patient',
    acts: [
      [ships],
      [comes, 'ConfirmOrder', 'AwaitShipment', 'AnnounceShipment', 'AwaitDelivery'],
      [arrives, 'AskDeliveryCheck', 'AwaitCustomerWord'],
      [answers('received'), 'ThankCustomer', 'CloseOrder'],
    ],
    ends: ['SUCCEEDED'],
    messages: [...toldUntilAsked, 'thank-customer'],
  },
  {
    name: 'complained-late',
    about: 'is taken up again after its end, by a complaint',
    shop: 'patient',
    acts: [
      ...untilAsked,
      [says('received'), 'ThankCustomer', 'CloseOrder'],
      [
        says('problem'),
        nextRun,
        'ConfirmOrder',
        'ResumeOrder',
        'AwaitCustomerWord',
        'OpenCase',
        'ResumeOrder',
        'AwaitCaseOutcome',
      ],
      [isAnswered, 'AnnounceSettlement', 'ResumeOrder', 'CloseOrder'],
    ],
    ends: ['SUCCEEDED', 'SUCCEEDED'],
    messages: [...toldUntilAsked, 'thank-customer', 'open-case', 'announce-settlement'],
  },
  {
    name: 'stopped',
    about: 'loses its execution while it waits: the next one goes on, and nothing is said twice',
    shop: 'patient',
    acts: [
      [comes, 'ConfirmOrder', 'AwaitShipment'],
      [dies(1), nextRun, 'ConfirmOrder', 'AwaitShipment'],
      [ships, 'AnnounceShipment', 'AwaitDelivery'],
      [arrives, 'AskDeliveryCheck', 'AwaitCustomerWord'],
      [answers('received'), 'ThankCustomer', 'CloseOrder'],
    ],
    ends: ['ABORTED', 'SUCCEEDED'],
    messages: [...toldUntilAsked, 'thank-customer'],
  },
  {
    name: 'released-over',
    about: 'waits while a changed stack is deployed: it goes on as it began',
    shop: 'patient',
    acts: [
      [comes, 'ConfirmOrder', 'AwaitShipment'],
      [release],
      [ships, 'AnnounceShipment', 'AwaitDelivery'],
      [arrives, 'AskDeliveryCheck', 'AwaitCustomerWord'],
      [answers('received'), 'ThankCustomer', 'CloseOrder'],
    ],
    ends: ['SUCCEEDED'],
    messages: [...toldUntilAsked, 'thank-customer'],
  },
];
