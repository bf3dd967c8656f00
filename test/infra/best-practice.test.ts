import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { acknowledged } from '../../infra/acknowledged.ts';
import { ShopkeeperStack } from '../../infra/shopkeeper-stack.ts';

const report = z.object({
  pluginReports: z.array(z.object({ violations: z.array(z.object({ ruleName: z.string() })) })),
});

let outdir: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'shopkeeper-checks-'));
});
afterAll(() => rmSync(outdir, { recursive: true }));

it("AWS's checks of templates and of good practice find nothing in a shop's stack", () => {
  expect(found({ acknowledged })).toEqual([]);
});

it('but what we answer for: three things at most, each with its evidence', () => {
  expect(found({ acknowledged: [] })).toEqual(acknowledged.map(({ id }) => id).sort());
  expect(acknowledged.length).toBeLessThanOrEqual(3);
  for (const { evidence } of acknowledged)
    expect(existsSync(resolve(import.meta.dirname, '../..', evidence))).toBe(true);
});

/** What is found beside what is answered for. */
function found(answers: { acknowledged: typeof acknowledged }): string[] {
  const app = new App({ outdir, analyticsReporting: false });
  Validations.of(app).addPlugins(new CloudFormationValidatePlugin(), new AwsSolutionsChecks(app));
  const stack = new ShopkeeperStack(app, 'production', answers);
  expect(stack.stackName).toBe('Shopkeeper-production');
  try {
    app.synth();
  } catch (error) {
    if (!String(error).includes('A copy of this report can be found in')) throw error;
  }
  const { pluginReports } = report.parse(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
  return [...new Set(pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName)))].sort();
}
