import { messageOf, type Act } from '../../vocabulary.ts';
import { isWarning } from '../phone-calls.ts';
import { toneOf } from '../tone.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { Told, ToldMessage } from '../order.ts';
import { announceProgress, announceSettlement, apologiseForWait, handToStaff, openCase, remindStaff } from './cases.ts';
import { askDeliveryCheck, escalateSilentDelivery, warnDeliveryDelay } from './delivery.ts';
import { announcePickup, remindPickup, warnDeliveryIncident } from './incidents.ts';
import { announceRefund, escalateRefund } from './money.ts';
import { announceShipment, confirmChange, confirmOrder, correctShipment, warnShippingDelay } from './shipping.ts';
import { resendMessage } from './mails.ts';
import { askStaff } from './staff.ts';
import { confirmCancellation, warnOutOfStock } from './stock.ts';
import { openOrExtend } from './tasks.ts';
import { thankCustomer, traceParcel } from './words.ts';

/** What is particular to one message; the rest is the same for all. */
export type Particular = Pick<Told, 'covers' | 'promises'> &
  Partial<Pick<Told, 'level' | 'scanned' | 'case' | 'task' | 'promo' | 'unsent' | 'stock' | 'owed' | 'again'>>;

export type Composer = (occasion: Occasion, circumstances: Circumstances) => Particular;

const composers: { readonly [A in Exclude<Act, 'TakeNote'>]: Composer } = {
  ConfirmOrder: confirmOrder,
  AnnounceShipment: announceShipment,
  AnnouncePartialShipment: announceShipment,
  WarnShippingDelay: warnShippingDelay,
  WarnOutOfStock: warnOutOfStock,
  ConfirmCancellation: confirmCancellation,
  ConfirmChange: confirmChange,
  RemindPayment: () => ({ covers: [], promises: [] }),
  WarnDeliveryDelay: warnDeliveryDelay,
  WarnDeliveryIncident: warnDeliveryIncident,
  AnnouncePickup: announcePickup,
  RemindPickup: remindPickup,
  AskDeliveryCheck: askDeliveryCheck,
  EscalateSilentDelivery: escalateSilentDelivery,
  ThankCustomer: thankCustomer,
  TraceParcel: traceParcel,
  AskStaff: askStaff,
  OpenCase: openCase,
  RemindStaff: remindStaff,
  ApologiseForWait: apologiseForWait,
  AnnounceProgress: announceProgress,
  AnnounceSettlement: announceSettlement,
  AnnounceRefund: announceRefund,
  EscalateRefund: escalateRefund,
  CorrectShipment: correctShipment,
  CorrectWhatWeSaid: () => ({ covers: [], promises: [] }),
  ResendMessage: resendMessage,
  HandToStaff: handToStaff,
};

const toStaffOnly: readonly Act[] = ['AskStaff', 'RemindStaff', 'EscalateSilentDelivery'];

/** The whole entry that says what we tell, by when we promise what, and what staff must do. */
export function compose(occasion: Occasion, circumstances: Circumstances): Told {
  const { act, cause, reading } = occasion;
  const message = messageOf(act) as ToldMessage;
  const particular = composers[act as Exclude<Act, 'TakeNote'>](occasion, circumstances);
  const unsent = whyUnsent(act, message, occasion, circumstances);
  const isByPhone = circumstances.prefersPhone === true && unsent === undefined;
  return {
    key: `${message}:${cause}`,
    message,
    cause,
    at: circumstances.now,
    owner: circumstances.owner,
    seen: reading.order.facts.length,
    unsent,
    visit: act === 'ConfirmOrder' ? circumstances.visit : undefined,
    tone: toneOf(message, reading.order, circumstances),
    ...particular,
    byPhone: isByPhone && isWarning({ message, ...particular }) ? true : undefined,
    task: particular.task ?? taskInsteadOfMail(act, message, occasion, circumstances),
  };
}

/** Why a message goes to nobody: a person says it by phone. */
export const noAddress = 'the customer has no e-mail address';
export const addressFails = "the customer's e-mail address takes no mail";

/** Nobody can be written to: what is to be said is said by phone. */
export const isUnreachable = (unsent: string | undefined): boolean => unsent === noAddress || unsent === addressFails;

function whyUnsent(act: Act, message: string, occasion: Occasion, circumstances: Circumstances): string | undefined {
  if (toStaffOnly.includes(act)) return 'a matter for staff';
  if (circumstances.settings.messages[message] === 'shop') return 'the shop sends it itself';
  if (!isMailable(occasion, circumstances)) return noAddress;
  return circumstances.addressFails === true ? addressFails : undefined;
}

/** Whoever had no e-mail address when the order was told may have one since. */
function isMailable({ reading }: Occasion, { mailable }: Circumstances): boolean {
  return mailable ?? reading.order.placed.mailable;
}

/** Who has no e-mail address is called. */
function taskInsteadOfMail(act: Act, message: string, occasion: Occasion, circumstances: Circumstances): Told['task'] {
  if (!isUnreachable(whyUnsent(act, message, occasion, circumstances))) return undefined;
  return openOrExtend(occasion, circumstances, 'call-customer', { until: circumstances.now });
}
