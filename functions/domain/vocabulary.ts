import { remembered } from './remembered.ts';

/**
 * The names that analysts read in the console, as the charter gives them: the states, the business errors that end a
 * wait, and the promises by which a wait ends. One name runs through everything: `ConfirmOrder` sends `confirm-order`.
 */
export const waits = [
  'AwaitShipment',
  'AwaitDelivery',
  'AwaitCustomerWord',
  'AwaitStockChoice',
  'AwaitPayment',
  'AwaitCaseOutcome',
  'AwaitRefund',
] as const;
export type Wait = (typeof waits)[number];

/** Where an order stands: in one of the waits, or at its end. */
export type Stage = Wait | 'CloseOrder';

/** States that say something, or take note of what needs no saying. The messenger runs them all. */
export const acts = [
  'ConfirmOrder',
  'AnnounceShipment',
  'AnnouncePartialShipment',
  'WarnShippingDelay',
  'WarnOutOfStock',
  'ConfirmCancellation',
  'ConfirmChange',
  'RemindPayment',
  'WarnDeliveryDelay',
  'WarnDeliveryIncident',
  'AnnouncePickup',
  'RemindPickup',
  'AskDeliveryCheck',
  'ThankCustomer',
  'TraceParcel',
  'OpenCase',
  'RemindStaff',
  'ApologiseForWait',
  'AnnounceProgress',
  'AnnounceSettlement',
  'AnnounceRefund',
  'EscalateRefund',
  'EscalateSilentDelivery',
  'CorrectShipment',
  'CorrectWhatWeSaid',
  'ResendMessage',
  'AskStaff',
  'HandToStaff',
  'TakeNote',
] as const;
export type Act = (typeof acts)[number];

/** The main path: what each of its waits hopes for, and where each of its messages leads. */
export const hopes = {
  AwaitShipment: 'AnnounceShipment',
  AwaitDelivery: 'AskDeliveryCheck',
  AwaitCustomerWord: 'ThankCustomer',
} as const satisfies Partial<Record<Wait, Act>>;

export const leadsTo = {
  ConfirmOrder: 'AwaitShipment',
  AnnounceShipment: 'AwaitDelivery',
  AskDeliveryCheck: 'AwaitCustomerWord',
  ThankCustomer: 'CloseOrder',
} as const satisfies Partial<Record<Act, Stage>>;

/** News that ends a wait as a business error, and the act it calls for. */
export const deviations = {
  Shipped: 'AnnounceShipment',
  PartlyShipped: 'AnnouncePartialShipment',
  ShippingDelayed: 'WarnShippingDelay',
  OutOfStock: 'WarnOutOfStock',
  Cancelled: 'ConfirmCancellation',
  OrderChanged: 'ConfirmChange',
  PaymentFailed: 'RemindPayment',
  DeliveryDelayed: 'WarnDeliveryDelay',
  DeliveryTroubled: 'WarnDeliveryIncident',
  HeldAtPickup: 'AnnouncePickup',
  StillAtPickup: 'RemindPickup',
  Delivered: 'AskDeliveryCheck',
  Received: 'ThankCustomer',
  NotYetReceived: 'TraceParcel',
  ProblemReported: 'OpenCase',
  CaseProgresses: 'AnnounceProgress',
  CaseSettled: 'AnnounceSettlement',
  Refunded: 'AnnounceRefund',
  ShipmentCorrected: 'CorrectShipment',
  FactTakenBack: 'CorrectWhatWeSaid',
  MessageWanted: 'ResendMessage',
  StaffNeeded: 'AskStaff',
  Noted: 'TakeNote',
  SoonerDue: 'TakeNote',
} as const satisfies Record<string, Act>;
export type Deviation = keyof typeof deviations;

/** What falls due when a wait ends in silence, and the state that sees to it. */
export const consequences = {
  'ship-by': 'WarnShippingDelay',
  'choice-by': 'WarnOutOfStock',
  'payment-reminder': 'RemindPayment',
  'pay-by': 'AskStaff',
  'unpaid-by': 'CloseOrder',
  'deliver-by': 'AskDeliveryCheck',
  'check-hour': 'AskDeliveryCheck',
  'delay-turn': 'WarnDeliveryDelay',
  'pickup-reminder': 'RemindPickup',
  'pickup-by': 'EscalateSilentDelivery',
  'note-turn': 'TakeNote',
  'word-by': 'CloseOrder',
  'scan-by': 'EscalateSilentDelivery',
  'trace-by': 'OpenCase',
  'half-time': 'RemindStaff',
  'answer-by': 'ApologiseForWait',
  'refund-by': 'EscalateRefund',
  'patience-ends': 'HandToStaff',
  'year-ends': 'CloseOrder',
} as const satisfies Record<string, Act | 'CloseOrder'>;
export type Due = keyof typeof consequences;

/** How an order ended. `failed`, `retake` and `held-up` are not ends: the order is taken up again. */
export const endings = [
  'received',
  'silent',
  'cancelled',
  'refunded',
  'settled',
  'unpaid',
  'nothing-to-ship',
  'handed-to-staff',
  'erased',
] as const;
export type Ending = (typeof endings)[number];
export const takenUpAgain = ['failed', 'retake', 'held-up'] as const;
/** Nothing died: mail was refused for longer than one execution tries. It counts towards no giving up. */
export const heldUp = 'held-up' satisfies (typeof takenUpAgain)[number];

/** The end of a main-path message after which the facts stand elsewhere. */
export const elsewhere = 'Elsewhere';

/** `ConfirmOrder` → `confirm-order`. */
export const messageOf = /* @__PURE__ */ remembered((act: Act): string =>
  act.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase(),
);
