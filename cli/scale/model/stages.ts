import type { QuotaId } from '../quotas.ts';

/** What is needed to get through a stage, of each thing of which there is only so much. */
export type Needs = { readonly [id in QuotaId]?: number };

/** Where an order's news passes, in this order; a class of episodes skips those that ask nothing. */
export const stageIds = [
  'api',
  'http',
  'note-mail',
  'relay',
  'start',
  'answer',
  'states',
  'messenger',
  'ses',
  'waits',
  'bells',
  'timeline',
  'staff',
] as const;
export type StageId = (typeof stageIds)[number];

interface Stage {
  readonly name: string;
  /** Who waits, and how it comes to its turn: the code that decides it. */
  readonly whenFull: string;
  /** Who waits there tries again each so many seconds, and each try costs this. */
  readonly tries?: { readonly everySeconds: number; readonly cost: Needs };
  /** Who did not get through at once needs this in addition. */
  readonly again?: Needs;
}

/** A batch of ten keeps a reader of the queue some 40 ms (functions/relay/handler.ts). */
const ringAgain = 0.004;

export const stages: { readonly [id in StageId]: Stage } = {
  api: {
    name: 'API Gateway takes the call',
    whenFull: '429: the caller tells it again',
  },
  http: {
    name: 'the fact is recorded, 202',
    whenFull: '503: the caller tells it again',
  },
  'note-mail': {
    name: "SES's event is noted",
    whenFull: "Lambda's own queue tries for 6 hours",
  },
  relay: {
    name: 'the relay is rung',
    whenFull: 'the stream waits, 24 hours at most',
  },
  start: {
    name: 'the execution begins',
    whenFull: 'the queue ring-again, each 6 minutes for 30 hours',
    again: { ringAgain },
  },
  answer: {
    name: 'its wait ends',
    whenFull: 'the queue ring-again, each 6 minutes for 30 hours',
    again: { ringAgain },
  },
  states: {
    name: 'states are entered',
    whenFull: 'Step Functions holds the execution',
  },
  messenger: {
    name: 'the messenger judges and writes',
    whenFull: 'the state tries again within 2 minutes (messengerIsFull)',
    tries: { everySeconds: 60, cost: { transitions: 1 } },
  },
  ses: {
    name: 'SES takes the mail',
    whenFull: 'the state tries again within the hour (messageIsRefused)',
    tries: { everySeconds: 1800, cost: { transitions: 1, messengers: 0.15 } },
  },
  waits: {
    name: 'the wait is written down',
    whenFull: 'the state tries again within a minute (databaseIsBusy)',
  },
  bells: {
    name: 'the relay is rung for nothing',
    whenFull: 'the stream waits, 24 hours at most',
  },
  timeline: {
    name: 'timeline and lists are written',
    whenFull: 'the stream waits, 24 hours at most',
  },
  staff: {
    name: 'staff have their mail',
    whenFull: 'the queue staff-mail, for 30 hours',
  },
};

/** The stream keeps a record for a day; whoever reads it later than that never hears of it. */
export const streamKeepsSeconds = 24 * 3600;
