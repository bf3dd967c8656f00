import { waits } from '../../../functions/domain/vocabulary.ts';

const endings: { readonly [how: string]: string | undefined } = {
  received: 'The customer has everything and said so.',
  silent: 'It was delivered; the customer did not answer.',
  cancelled: 'It was cancelled.',
  refunded: 'The customer has the money back.',
  settled: 'The problem was put right.',
  unpaid: 'It was never paid.',
  'nothing-to-ship': 'There was nothing to send.',
  'handed-to-staff': 'A person of the shop has it in hand.',
  erased: 'The customer wanted to be forgotten.',
};

const standings: { readonly [stage in (typeof waits)[number]]: string } & {
  readonly [stage: string]: string | undefined;
} = {
  AwaitShipment: 'It waits for a parcel to leave.',
  AwaitDelivery: 'A parcel is on its way.',
  AwaitCustomerWord: 'The customer was asked and has not answered yet.',
  AwaitCaseOutcome: 'A problem is being put right.',
  AwaitStockChoice: 'The customer has a choice to make.',
  AwaitPayment: 'It waits to be paid.',
  AwaitRefund: 'Money is to be paid back.',
};

/** How an order ended, as a sentence. */
export const endingInWords = (how: string): string => endings[how] ?? how;

/** Where an order stands that has not ended, as a sentence. */
export const standingInWords = (stage: string): string => standings[stage] ?? stage;
