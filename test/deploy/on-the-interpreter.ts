import { startEmbeddedStack } from '../../local/embedded-stack.ts';
import { shownMails } from '../../local/mail/shown-mail.ts';
import { stackName } from './cdk.ts';
import { closeShops, openShops, type Shops } from './open-shops.ts';
import type { Place } from './shop.ts';

/** How far the clock goes at a time while something is waited for. */
const strideMilliseconds = 500;

export interface Opened {
  readonly shops: Shops;
  readonly close: () => Promise<void>;
}

/** The shops on our own engine: the embedded stack runs the same assembly, with a clock that need not be waited for. */
export async function onTheInterpreter(assembly: string): Promise<Opened> {
  const stack = await startEmbeddedStack({ assembly, template: stackName, port: 0, awsPort: 0 });
  const { description, clock } = stack;
  const place: Place = {
    api: { address: stack.apiUrl, host: new URL(stack.apiUrl).host },
    awsUrl: stack.awsUrl,
    outputs: { TableName: description.tables[0]!.name, StateMachineArn: description.stateMachines[0]!.arn },
    mailsTo: async (address) => shownMails(stack.mail.all(), {}).filter(({ to }) => to === address),
    now: () => clock.now(),
    letTimePass: async () => {
      await stack.settle();
      await stack.advance(strideMilliseconds);
    },
  };
  const shops = await openShops(place);
  return {
    shops,
    close: async () => {
      closeShops(shops);
      await stack.close();
    },
  };
}
