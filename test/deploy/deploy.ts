import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cdk, type Outputs } from './cdk.ts';
import { compare } from './compare.ts';
import { Engine } from './engine/engine.ts';
import { NoPython } from './engine/python.ts';
import { nothingIsLeft } from './left-behind.ts';
import { onTheEngine } from './on-the-engine.ts';
import { onTheInterpreter } from './on-the-interpreter.ts';
import { play, type Played } from './play.ts';
import { say, Tally } from './progress.ts';
import { afterTheRelease, makeRelease } from './release.ts';
import { stories, type Story } from './stories.ts';

// `npm run test:deploy`: the CDK CLI deploys the stack to an AWS that we did not write, orders are told to it, and what it
// writes down is held against what our own interpreter makes of the same stories.

const tally = new Tally();
const folder = mkdtempSync(join(tmpdir(), 'deploy-test-'));
const assembly = join(folder, 'as-it-is');
const release = join(folder, 'release');
let engine: Engine | undefined;
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
process.once('exit', () => engine?.kill());

try {
  engine = await Engine.start(say);
  say(`the engine answers at ${engine.url}`);
  await testOn(engine);
} catch (error) {
  if (!(error instanceof NoPython)) throw error;
  tally.skip('the deploy test: nothing was deployed, nothing is known', error.message);
} finally {
  await engine?.stop();
  rmSync(folder, { recursive: true, force: true });
}
say('done');
console.log(tally.summary());
process.exitCode = tally.exitCode();

async function testOn(there: Engine): Promise<void> {
  const cdk = new Cdk(there);
  let outputs: Outputs | undefined;
  const isDeployed =
    (await tally.check('cdk synth', async () => {
      await cdk.synth(assembly);
      makeRelease(assembly, release);
    })) &&
    (await tally.check('cdk bootstrap', () => cdk.bootstrap())) &&
    (await tally.check('cdk deploy', async () => (outputs = await cdk.deploy(assembly))));
  if (!isDeployed || outputs === undefined) {
    say(`the engine's last words:\n${there.log(30)}`);
    return;
  }
  const ours = await playOnTheInterpreter();
  await playOnTheEngine(there, outputs, cdk, ours);
  await tally.check('cdk destroy leaves nothing behind', async () => {
    await cdk.destroy(release);
    await nothingIsLeft(there.url);
  });
}

async function playOnTheInterpreter(): Promise<Map<string, Played>> {
  const { shops, close } = await onTheInterpreter(assembly);
  const played = new Map<string, Played>();
  for (const story of stories) {
    await tally.check(`interpreter: an order ${story.about}`, async () => {
      played.set(story.name, await play(story, shops[story.shop], async () => {}));
    });
  }
  await close();
  return played;
}

function isReleasedOver({ acts }: Story): boolean {
  return acts.some(([happening]) => 'release' in happening);
}

/** Many orders at once, as in a shop; the release is deployed when only those are left that wait for it. */
async function playOnTheEngine(
  there: Engine,
  outputs: Outputs,
  cdk: Cdk,
  ours: ReadonlyMap<string, Played>,
): Promise<void> {
  const { shops, close } = await onTheEngine(there, outputs);
  const tell = (story: Story, deployRelease: () => Promise<void>): Promise<boolean> =>
    tally.check(`engine: an order ${story.about}`, async () => {
      const theirs = await play(story, shops[story.shop], deployRelease);
      const our = ours.get(story.name);
      if (our !== undefined) compare(theirs, our);
    });
  const now = (those: readonly Story[]): Promise<boolean[]> =>
    Promise.all(those.map((story) => tell(story, async () => {})));
  const waiting = stories.filter(isReleasedOver);
  const others = stories.filter((story) => !isReleasedOver(story));
  const told = now(others.filter(({ shop }) => shop === 'patient')).then(() =>
    // Seconds are promised here: nobody is to be late because all functions start at once.
    now(others.filter(({ shop }) => shop === 'hasty')),
  );
  const deployRelease = async (): Promise<void> => {
    await told;
    await tally.check('cdk deploy of another release, over a waiting execution', () => cdk.deploy(release));
  };
  await Promise.all(waiting.map((story) => tell(story, deployRelease)));
  const later = afterTheRelease(stories[0]!, 'after-release');
  await tell({ ...later, about: 'that comes after the release goes through its states' }, async () => {});
  await close();
}
