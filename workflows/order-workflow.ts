import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Deviation } from '../functions/domain/vocabulary.ts';
import {
  act,
  catchSuperseded,
  closeOrder as closing,
  orElsewhere,
  orTakenUpAgain,
  resumeOrder as resuming,
  WaitState,
  whichPromise as choosing,
  type Surroundings,
} from './states.ts';

/**
 * How one order is looked after, from the thanks to the end. State names are what analysts read in the console.
 *
 * The main path is eight states and no choice. Everything else lights up as a caught error: news that came instead of
 * what a wait hoped for, or silence, when the earliest promise falls due.
 */
export function orderDefinition(scope: Construct, shop: Surroundings): sfn.IChainable {
  const confirmOrder = act(scope, 'ConfirmOrder', shop, 'AwaitShipment');
  const awaitShipment = new WaitState(scope, 'AwaitShipment', shop);
  const announceShipment = act(scope, 'AnnounceShipment', shop, 'AwaitDelivery');
  const awaitDelivery = new WaitState(scope, 'AwaitDelivery', shop);
  const askDeliveryCheck = act(scope, 'AskDeliveryCheck', shop, 'AwaitCustomerWord');
  const awaitCustomerWord = new WaitState(scope, 'AwaitCustomerWord', shop);
  const thankCustomer = act(scope, 'ThankCustomer', shop, 'CloseOrder');
  const closeOrder = closing(scope, shop);

  const announcePartialShipment = act(scope, 'AnnouncePartialShipment', shop);
  const warnShippingDelay = act(scope, 'WarnShippingDelay', shop);
  const warnOutOfStock = act(scope, 'WarnOutOfStock', shop);
  const awaitStockChoice = new WaitState(scope, 'AwaitStockChoice', shop);
  const awaitPayment = new WaitState(scope, 'AwaitPayment', shop);
  const remindPayment = act(scope, 'RemindPayment', shop);
  const confirmChange = act(scope, 'ConfirmChange', shop);
  const confirmCancellation = act(scope, 'ConfirmCancellation', shop);
  const warnDeliveryDelay = act(scope, 'WarnDeliveryDelay', shop);
  const warnDeliveryIncident = act(scope, 'WarnDeliveryIncident', shop);
  const announcePickup = act(scope, 'AnnouncePickup', shop);
  const remindPickup = act(scope, 'RemindPickup', shop);
  const traceParcel = act(scope, 'TraceParcel', shop);
  const openCase = act(scope, 'OpenCase', shop);
  const awaitCaseOutcome = new WaitState(scope, 'AwaitCaseOutcome', shop);
  const remindStaff = act(scope, 'RemindStaff', shop);
  const apologiseForWait = act(scope, 'ApologiseForWait', shop);
  const announceProgress = act(scope, 'AnnounceProgress', shop);
  const announceSettlement = act(scope, 'AnnounceSettlement', shop);
  const announceRefund = act(scope, 'AnnounceRefund', shop);
  const awaitRefund = new WaitState(scope, 'AwaitRefund', shop);
  const escalateRefund = act(scope, 'EscalateRefund', shop);
  const correctShipment = act(scope, 'CorrectShipment', shop);
  const correctWhatWeSaid = act(scope, 'CorrectWhatWeSaid', shop);
  const resendMessage = act(scope, 'ResendMessage', shop);
  const escalateSilentDelivery = act(scope, 'EscalateSilentDelivery', shop);
  const askStaff = act(scope, 'AskStaff', shop);
  const handToStaff = act(scope, 'HandToStaff', shop);
  const takeNote = act(scope, 'TakeNote', shop);
  const superseded = new sfn.Succeed(scope, 'Superseded');

  // An order that goes well.
  sfn.Chain.start(confirmOrder)
    .next(awaitShipment.state)
    .next(announceShipment)
    .next(awaitDelivery.state)
    .next(askDeliveryCheck)
    .next(awaitCustomerWord.state)
    .next(thankCustomer)
    .next(closeOrder);

  const resumeOrder = resuming(
    scope,
    {
      AwaitStockChoice: awaitStockChoice.state,
      AwaitCaseOutcome: awaitCaseOutcome.state,
      AwaitPayment: awaitPayment.state,
      AwaitShipment: awaitShipment.state,
      AwaitCustomerWord: awaitCustomerWord.state,
      AwaitDelivery: awaitDelivery.state,
      AwaitRefund: awaitRefund.state,
    },
    closeOrder,
  );

  // What can happen while we wait, whatever we wait for.
  const news: { readonly [name in Deviation]: sfn.IChainable } = {
    Shipped: announceShipment,
    PartlyShipped: announcePartialShipment,
    ShippingDelayed: warnShippingDelay,
    OutOfStock: warnOutOfStock,
    Cancelled: confirmCancellation,
    OrderChanged: confirmChange,
    PaymentFailed: remindPayment,
    DeliveryDelayed: warnDeliveryDelay,
    DeliveryTroubled: warnDeliveryIncident,
    HeldAtPickup: announcePickup,
    StillAtPickup: remindPickup,
    Delivered: askDeliveryCheck,
    Received: thankCustomer,
    NotYetReceived: traceParcel,
    ProblemReported: openCase,
    CaseProgresses: announceProgress,
    CaseSettled: announceSettlement,
    Refunded: announceRefund,
    ShipmentCorrected: correctShipment,
    FactTakenBack: correctWhatWeSaid,
    MessageWanted: resendMessage,
    StaffNeeded: askStaff,
    Noted: takeNote,
    SoonerDue: takeNote,
  };

  // What falls due when nothing happens.
  const whichPromise = choosing(
    scope,
    {
      'ship-by': warnShippingDelay,
      'choice-by': warnOutOfStock,
      'payment-reminder': remindPayment,
      'pay-by': askStaff,
      'unpaid-by': closeOrder,
      'deliver-by': askDeliveryCheck,
      'check-hour': askDeliveryCheck,
      'delay-turn': warnDeliveryDelay,
      'pickup-reminder': remindPickup,
      'pickup-by': escalateSilentDelivery,
      'note-turn': takeNote,
      'word-by': closeOrder,
      'scan-by': escalateSilentDelivery,
      'trace-by': openCase,
      'half-time': remindStaff,
      'answer-by': apologiseForWait,
      'refund-by': escalateRefund,
      'patience-ends': handToStaff,
      'year-ends': closeOrder,
    },
    closeOrder,
  );

  const besideTheMainPath = [awaitStockChoice, awaitPayment, awaitCaseOutcome, awaitRefund];
  const waits = [awaitShipment, awaitDelivery, awaitCustomerWord, ...besideTheMainPath];
  for (const wait of waits) wait.on(news).onSilence(whichPromise).whenSuperseded(superseded);
  for (const { state } of besideTheMainPath) state.next(resumeOrder);

  const onMainPath = [confirmOrder, announceShipment, askDeliveryCheck, thankCustomer];
  const besideIt = [
    announcePartialShipment,
    warnShippingDelay,
    warnOutOfStock,
    confirmCancellation,
    confirmChange,
    remindPayment,
    warnDeliveryDelay,
    warnDeliveryIncident,
    announcePickup,
    remindPickup,
    traceParcel,
    openCase,
    remindStaff,
    apologiseForWait,
    announceProgress,
    announceSettlement,
    announceRefund,
    escalateRefund,
    correctShipment,
    correctWhatWeSaid,
    resendMessage,
    escalateSilentDelivery,
    askStaff,
    handToStaff,
    takeNote,
  ];
  for (const state of onMainPath) orElsewhere(state, resumeOrder);
  for (const state of besideIt) state.next(resumeOrder);

  // Whatever dies is taken up again by the next execution.
  for (const state of [...onMainPath, ...besideIt]) orTakenUpAgain(state, closeOrder);
  for (const wait of waits) orTakenUpAgain(wait.state, closeOrder);
  catchSuperseded(closeOrder, superseded);

  return confirmOrder;
}
