import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { account, region, type Engine } from './engine/engine.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** The stage that is deployed: the one whose stack leaves nothing behind. */
export const stage = 'test';
export const stackName = `Shopkeeper-${stage}`;

const outputsSchema = z.object({ ApiUrl: z.string(), TableName: z.string(), StateMachineArn: z.string() });
export type Outputs = z.infer<typeof outputsSchema>;

/** The CDK CLI did not do what it was asked to. Its message is what it said. */
export class CdkFailed extends Error {
  override readonly name = 'CdkFailed';
}

/** The CDK CLI as a person uses it; only the environment says that AWS is elsewhere. */
export class Cdk {
  private readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Writes the cloud assembly of the stage into a folder. */
  async synth(folder: string): Promise<void> {
    await this.cdk('synth', '--quiet', '--context', `stage=${stage}`, '--output', folder);
  }

  async bootstrap(): Promise<void> {
    // Without an app of its own it would synthesise one, to find out for which accounts.
    await this.cdk('bootstrap', '--app', '', `aws://${account}/${region}`);
  }

  /** Deploys what lies in the folder, and answers the stack's outputs. */
  async deploy(folder: string): Promise<Outputs> {
    await this.cdk('deploy', '--app', folder, '--require-approval', 'never', stackName);
    return this.outputs();
  }

  async destroy(folder: string): Promise<void> {
    await this.cdk('destroy', '--app', folder, '--force', stackName);
  }

  /** As `npm run shop` finds the table: asked of CloudFormation. */
  private async outputs(): Promise<Outputs> {
    const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
    const client = new CloudFormationClient(clientOptions(this.engine.url));
    const { Stacks: stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const entries = (stacks?.[0]?.Outputs ?? []).map(({ OutputKey: key = '', OutputValue: value }) => [key, value]);
    return outputsSchema.parse(Object.fromEntries(entries));
  }

  private async cdk(...given: string[]): Promise<void> {
    try {
      await run(join(root, 'node_modules/.bin/cdk'), given, {
        cwd: root,
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, ...this.engine.environment, CI: 'true', CDK_DISABLE_CLI_TELEMETRY: '1' },
      });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new CdkFailed(`cdk ${given[0]} failed.\n${`${stdout}${stderr}`.slice(-4000)}`, { cause: error });
    }
  }
}

export const clientOptions = (endpoint: string) => ({
  endpoint,
  region,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
