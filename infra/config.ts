import { ApplicationLogLevel } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { personalDataDays } from './personal-data-days.ts';

/** `local` is what `npm start` runs on this machine; nobody deploys it. */
export const stages = ['local', 'test', 'production'] as const;
export type Stage = (typeof stages)[number];

/** Everything that differs between stages. A stage that is missing, or a setting, does not compile. */
export interface StageConfig {
  /** Orders outlive mistakes: the table is protected from deletion, and stays when its stack goes. */
  readonly keepsData: boolean;
  /**
   * Over how many parts the index of open orders is spread, 8 at least: one carries some 300 orders a second, 128 a
   * thousand and bursts of ten thousand (docs/scale.md). The hourly sweep reads each part. Never lower it: what lies in
   * the parts above would not be looked at.
   */
  readonly watchParts: number;
  readonly logRetention: RetentionDays;
  /** How long what is known of an order and its customer is kept. */
  readonly personalDataDays: number;
  /** Not above INFO: a metric is a line of log of that level, and Lambda drops what lies below the level set here. */
  readonly logLevel: ApplicationLogLevel.INFO | ApplicationLogLevel.DEBUG;
  /** What the API takes before it answers 429, all shops together. */
  readonly throttling: { readonly requestsPerSecond: number; readonly burst: number };
  /**
   * Domains that the shops' `from` addresses lie in: they are set up as SES identities, and the stack's outputs are the
   * DNS records to publish.
   */
  readonly senderDomains: readonly string[];
  /**
   * SES identities that are looked after elsewhere, domains or addresses. Where an address is verified beside its domain,
   * SES looks at the address. `any`: whatever was verified in the account.
   *
   * Mail is sent in the name of these and of `senderDomains`, and of nobody else.
   */
  readonly senderIdentities: readonly string[] | 'any';
  /**
   * What SES lets the account send: 1 in its sandbox, usually 14 after it ("Maximum send rate" in the SES console). As
   * many messengers run at once as keep to it. `any`: none are set aside, for an account whose Lambda concurrency is
   * still the 10 of a new one, where nothing may be reserved.
   */
  readonly mailsPerSecond: number | 'any';
  /**
   * The stream of a table that was restored (docs/runbook.md): its ARN. The stack then reads and writes that table, and leaves
   * its own alone.
   */
  readonly restoredTable?: string;
  /** Who is told when an alarm rings. Nobody: the alarms' topic takes subscriptions. */
  readonly alarmEmail?: string;
}

export const config: Record<Stage, StageConfig> = {
  local: {
    keepsData: false,
    logRetention: RetentionDays.ONE_DAY,
    personalDataDays: personalDataDays.local,
    watchParts: 8,
    logLevel: ApplicationLogLevel.DEBUG,
    throttling: { requestsPerSecond: 1000, burst: 1000 },
    senderDomains: [],
    // Here every address counts as verified.
    senderIdentities: 'any',
    mailsPerSecond: 'any',
  },
  test: {
    keepsData: false,
    logRetention: RetentionDays.ONE_WEEK,
    personalDataDays: personalDataDays.test,
    watchParts: 8,
    logLevel: ApplicationLogLevel.DEBUG,
    throttling: { requestsPerSecond: 50, burst: 100 },
    senderDomains: [],
    // Whatever was verified to try it with.
    senderIdentities: 'any',
    mailsPerSecond: 1,
  },
  production: {
    keepsData: true,
    logRetention: RetentionDays.THREE_MONTHS,
    personalDataDays: personalDataDays.production,
    watchParts: 128,
    logLevel: ApplicationLogLevel.INFO,
    throttling: { requestsPerSecond: 200, burst: 500 },
    senderDomains: [],
    senderIdentities: [],
    mailsPerSecond: 14,
  },
};

/** An unknown stage was asked for. */
export class UnknownStage extends Error {
  override readonly name = 'UnknownStage';
}

/** @throws UnknownStage naming those there are. */
export function stageNamed(name: string): Stage {
  const found = stages.find((stage) => stage === name);
  if (found === undefined) throw new UnknownStage(`${name} is none of the stages: ${stages.join(', ')}.`);
  return found;
}
