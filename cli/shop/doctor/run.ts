import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { config, stageNamed, UnknownStage, type Stage } from '../../../infra/config.ts';
import type { Place } from '../arguments.ts';
import type { Said } from '../commands.ts';
import { clientOptions, isEmbedded, NoStack, openTable, prefixOf } from '../place.ts';
import { StackQueues } from '../redrive/stack-queues.ts';
import type { Surroundings } from '../run.ts';
import { diagnose, type Looked } from './diagnose.ts';
import type { SenderIdentity } from './check-mail.ts';
import { Unread, type Read } from './finding.ts';
import {
  lookAtAccount,
  lookAtAlarms,
  lookAtBackups,
  lookAtSender,
  lookAtShops,
  lookAtTable,
  readable,
} from './look.ts';
import { reportOf } from './report.ts';

const notHere = new Unread('not here', 'the embedded stack has nothing of the kind.');

/**
 * Looks at all that a stack needs to do its work, and says what to do about what is wrong.
 * @throws NoStack, NoTable, and what the AWS SDK throws but that it was refused to look.
 */
export async function doctorAt(place: Place, { environment, now }: Surroundings): Promise<Said> {
  const { keepsData, ...mailSettings } = config[stageOf(place)];
  const mail = { isForCustomers: keepsData, ...mailSettings };
  return reportOf(diagnose(await look(place, environment), { keepsData, mail, now: now() }));
}

function stageOf(place: Place): Stage {
  try {
    return isEmbedded(place) ? 'local' : stageNamed(place.stage ?? 'production');
  } catch (error) {
    if (error instanceof UnknownStage) throw new NoStack(error.message, { cause: error });
    throw error;
  }
}

async function look(place: Place, environment: Surroundings['environment']): Promise<Looked> {
  const options = clientOptions(place, environment);
  const { table, name, client: dynamodb, close } = await openTable(place, environment);
  const [ses, sqs, cloudWatch] = [new SESv2Client(options), new SQSClient(options), new CloudWatchClient(options)];
  const onAws = async <T>(ask: () => Promise<T>) => (place.endpoint === undefined ? readable(ask) : notHere);
  try {
    const shops = await lookAtShops(table);
    const senders = new Map<string, Read<SenderIdentity | undefined>>();
    for (const from of new Set(shops.flatMap((shop) => shop.from ?? []))) {
      senders.set(from, await readable(() => lookAtSender(ses, from)));
    }
    return {
      table: await readable(() => lookAtTable(dynamodb, name)),
      isPointInTimeRecoveryOn: await onAws(() => lookAtBackups(dynamodb, name)),
      shops,
      account: await onAws(() => lookAtAccount(ses)),
      senders,
      alarms: await onAws(() => lookAtAlarms(cloudWatch, prefixOf(place))),
      deadLetters: await readable(() => new StackQueues(sqs, prefixOf(place)).deadLetters()),
    };
  } finally {
    for (const client of [ses, sqs, cloudWatch]) client.destroy();
    close();
  }
}
