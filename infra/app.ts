import { App } from 'aws-cdk-lib';
import { stageNamed, type Stage } from './config.ts';
import { ShopkeeperStack } from './shopkeeper-stack.ts';

// The CDK CLI says which stage (cdk.json: production, `-c stage=…` another) and where the result goes. Run by hand, this
// writes what `npm start` and the tests read, and the production stack beside it.
const app = new App({
  outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out',
  analyticsReporting: false,
  treeMetadata: false,
  // It takes longer than all the rest of a synthesis: a test has it done.
  builtinCloudFormationValidation: false,
  // Here and not in cdk.json, so that the template is the same with and without the CLI.
  postCliContext: { '@aws-cdk/aws-iam:minimizePolicies': true },
});

for (const stage of chosenStages()) new ShopkeeperStack(app, stage);
app.synth();

function chosenStages(): Stage[] {
  const chosen: unknown = app.node.tryGetContext('stage') ?? process.env['STAGE'];
  return typeof chosen === 'string' ? [stageNamed(chosen)] : ['local', 'production'];
}
