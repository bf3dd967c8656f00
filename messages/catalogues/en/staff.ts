import type { StaffWords } from '../catalogue.ts';
import { en } from '../typography.ts';

export const staff: StaffWords = {
  subject: ({ todo, order }) => en`${todo} (order ${order})`,
  subjectOverdue: ({ todo, order }) => en`Overdue: ${todo} (order ${order})`,
  overdue: (times) =>
    times === 1
      ? en`This task was not done in time. The customer is counting on us: please take it first.`
      : en`This task was not done in time, now ${times} times over. The customer is counting on us: please take it before anything else.`,
  todo: {
    'find-ship-date': en`Find a shipping date`,
    'customer-chose': en`Do what the customer chose`,
    'answer-question': en`Answer a question`,
    'answer-case': en`Answer a complaint`,
    'trace-parcel': en`Find a parcel`,
    'record-shipment': en`Record a shipment`,
    'call-about-delivery': en`Call: has it arrived?`,
    'take-over': en`Take the order in hand`,
    'call-customer': en`Call instead of writing`,
    'unstick-order': en`Unstick an order`,
  },
  why: ({ why, customer }) =>
    ({
      'find-ship-date': en`The order should have left and we still have no date. We apologised to ${customer} and promised news: find out when it leaves, and record the shipment or the new date.`,
      'customer-chose': en`After a long delay, ${customer} has chosen. Do what is asked, then confirm it by phone or in writing.`,
      'answer-question': en`${customer} has a question about the order and is waiting for a person to answer.`,
      'answer-case': en`${customer} reports a problem. We acknowledged it in your name and promised your answer by the time below.`,
      'trace-parcel': en`${customer} has not received the parcel. Ask the carrier where it is; we promised to write, and that it would not be for the customer to look for it.`,
      'record-shipment': en`${customer} says that the order has arrived, though no shipment is recorded. Please check, and record it.`,
      'call-about-delivery': en`The carrier has not confirmed the delivery, and ${customer} has not answered. Call and ask whether everything arrived.`,
      'take-over': en`The automatic messages stop here. We told ${customer} that you have the order in hand and will call: every promise still open is now yours.`,
      'call-customer': en`A message to ${customer} could not be sent. Please say it by phone.`,
      'unstick-order': en`Following this order automatically has failed three times in a row. See where it stands, and tell ${customer} if a promise is at stake.`,
    })[why],
  dueBy: en`To be done by`,
  order: en`Order`,
  customer: en`Customer`,
  phone: en`Phone`,
  email: en`Email`,
  noContact: en`no phone or email known`,
  note: en`What was said`,
  goods: en`Items concerned`,
  reference: en`Task reference`,
  whenDone: en`Once it is done, mark the task as done with its reference: otherwise you will be reminded of it.`,
  footer: ({ shop }) => en`Sent to the staff of ${shop}.`,
};
