import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { ShopkeeperStack } from '../../infra/shopkeeper-stack.ts';

/** What the checks find and we answer for, and why. */
const answeredFor: Record<string, string> = {
  'AwsSolutions-APIG1': "an access log would hold customers' links and orders' numbers",
  'AwsSolutions-APIG4':
    'each function asks for the key itself: an authorizer costs a call an order and its refusals cannot be shaped',
  'AwsSolutions-SF1': 'what a state catches is the ordinary course of an order, and its history has it for 90 days',
  'AwsSolutions-SF2': 'a trace ends at the stream; a correlation id in every line of log goes on',
  'AwsSolutions-SQS3': 'these are dead-letter queues, of streams',
  'AwsSolutions-IAM5[Resource::*]': 'deliveries of logs have no names',
  'AwsSolutions-IAM5[Resource::<OrdersTable.Arn>/stream/*]': 'the streams of our own table',
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]':
    'no domain is named in the configuration, so whoever was verified in the account may be a shop',
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<WorkflowOrder.Name>:*]':
    'the executions of our own state machine',
};

const report = z.object({
  pluginReports: z.array(z.object({ violations: z.array(z.object({ ruleName: z.string() })) })),
});

let outdir: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'shopkeeper-checks-'));
});
afterAll(() => rmSync(outdir, { recursive: true }));

it("AWS's checks of templates and of good practice find nothing in a shop's stack but what we answer for", () => {
  const app = new App({ outdir, analyticsReporting: false });
  Validations.of(app).addPlugins(new CloudFormationValidatePlugin(), new AwsSolutionsChecks(app));
  const stack = new ShopkeeperStack(app, 'production');
  expect(() => app.synth()).toThrow('A copy of this report can be found in');

  const found = report.parse(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
  const rules = found.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
  // A logical id ends in a hash of its path, which is not what an answer is about.
  const named = new Set(rules.map((rule) => rule.replaceAll(/<(\w+?)[0-9A-F]{8}\./g, '<$1.')));
  expect(stack.stackName).toBe('Shopkeeper-production');
  expect([...named].sort()).toEqual(Object.keys(answeredFor).sort());
}, 60_000);
