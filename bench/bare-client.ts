import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const calls = 2000;
const item = { facts: { S: 'x'.repeat(2000) }, version: { N: '17' } };

/**
 * Milliseconds of a core that a bare client of the AWS SDK takes for a call with an item like an order's, answered at
 * once: to write it down, sign it, and read the answer.
 */
export async function cpuOfBareCall(): Promise<number> {
  const body = new TextEncoder().encode(JSON.stringify({ Attributes: item }));
  const client = new DynamoDBClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    requestHandler: {
      handle: async () => ({
        response: { statusCode: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body },
      }),
    },
  });
  const command = new UpdateItemCommand({
    TableName: 'table',
    Key: { pk: { S: 'SHOP#demo#ORDER#1000' }, sk: { S: 'ORDER' } },
    UpdateExpression: 'SET facts = :facts ADD version :one',
    ExpressionAttributeValues: { ':facts': item.facts, ':one': { N: '1' } },
  });
  const callAll = async (): Promise<void> => {
    for (let call = 0; call < calls; call += 1) await client.send(command);
  };
  await callAll();
  const before = process.threadCpuUsage();
  await callAll();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / calls;
}
