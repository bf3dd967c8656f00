import { Duration } from 'aws-cdk-lib';
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * The retry policies, by what went wrong. None names States.ALL or States.TaskFailed: both would swallow business
 * errors, for Retry is examined before Catch.
 */

/** Nobody can tell whether a mail went out: SES's own event settles it. After 1, 2.5, 6 and 15 minutes, and once more. */
export const messageIsUnsettled: RetryProps = {
  errors: ['MessageUnsettled'],
  interval: Duration.minutes(1),
  backoffRate: 2.5,
  maxDelay: Duration.minutes(15),
  maxAttempts: 5,
};

/**
 * SES takes no mail of ours (rate or quota used up, the sender not verified): 1, 2, 4 … at most 60 minutes apart. With
 * jitter that is half an hour on average and two days in all, so that a day's quota is outlived here. What lasts longer
 * is handed to the next execution (`heldUpErrors`), without end: nobody is given up because mail stands still.
 */
export const messageIsRefused: RetryProps = {
  errors: ['MessageRefused'],
  interval: Duration.minutes(1),
  backoffRate: 2,
  maxDelay: Duration.hours(1),
  maxAttempts: 100,
  jitterStrategy: JitterType.FULL,
};

/** SES takes all mail but this one: as above, some hours in all. Then it counts as a death, and a person is asked. */
export const messageIsUnacceptable: RetryProps = {
  errors: ['MessageUnacceptable'],
  interval: Duration.minutes(1),
  backoffRate: 2,
  maxDelay: Duration.hours(1),
  maxAttempts: 12,
  jitterStrategy: JitterType.FULL,
};

/**
 * The messenger has all hands full: its concurrency follows the account's rate (infra/config.ts), so many orders at once
 * wait here for their turn. 2, 4, 8 … at most 120 seconds apart: with jitter a minute on average, three hours in all.
 */
export const messengerIsFull: RetryProps = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.seconds(120),
  maxAttempts: 180,
  jitterStrategy: JitterType.FULL,
};

/** What delays every order alike is no defect of this one: its next execution goes on, however often. */
export const heldUpErrors: readonly string[] = [...messageIsRefused.errors!, ...messengerIsFull.errors!];

/** Lambda broke down or ran out of time: 2, 4, 8 … at most 60 seconds apart, some 6 minutes in all. */
export const functionIsBusy: RetryProps = {
  errors: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.Unknown',
    'Sandbox.Timedout',
    'Runtime.ExitError',
    'States.Timeout',
    'OrderIsBusy',
    // The definition, or the order, is of a release whose messenger is about to be there.
    'NewerSchema',
    // What the messenger's own calls to DynamoDB throw when it is throttled or broken for a while.
    'ProvisionedThroughputExceededException',
    'ThrottlingException',
    'RequestLimitExceeded',
    'InternalServerError',
    'TimeoutError',
  ],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.seconds(60),
  maxAttempts: 10,
  jitterStrategy: JitterType.FULL,
};

/** DynamoDB was throttled or broke down: 1, 2, 4 … at most 60 seconds apart, some 5 minutes in all. */
export const databaseIsBusy: RetryProps = {
  errors: [
    'DynamoDb.ProvisionedThroughputExceededException',
    'DynamoDb.RequestLimitExceededException',
    'DynamoDb.ThrottlingException',
    'DynamoDb.InternalServerErrorException',
    'DynamoDb.SdkClientException',
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(60),
  maxAttempts: 10,
  jitterStrategy: JitterType.FULL,
};
