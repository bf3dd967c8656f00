/** What the checks of good practice find, and we answer for. */
export interface Acknowledged {
  /** As cdk-nag names the finding. */
  readonly id: string;
  readonly reason: string;
  /** The test that the reason rests on. */
  readonly evidence: string;
}

/** Never more than three: whoever adds one takes another away. */
export const acknowledged: readonly Acknowledged[] = [
  {
    id: 'AwsSolutions-APIG4',
    reason:
      'Each function asks for the key itself: an authorizer would cost a call an order, and its refusals cannot be shaped. No route but the health of the API answers anybody without a key, a signature or a token.',
    evidence: 'test/infra/acknowledged.test.ts',
  },
  {
    id: 'AwsSolutions-SF1',
    reason:
      'A log of every event of an execution is 45 events and 9 KB at the least, $4.50 a million orders, and more than all the lines that are written about its order. The history shows every event for 90 days; which executions died is a line in a log, and an alarm.',
    evidence: 'test/infra/acknowledged.test.ts',
  },
  {
    id: 'AwsSolutions-SF2',
    reason:
      'A trace would end at the stream between the call and the execution, and X-Ray keeps one for 30 days, where an order may take longer. The number of the order leads from the log of the call to the execution and to the mail.',
    evidence: 'test/infra/acknowledged.test.ts',
  },
];
