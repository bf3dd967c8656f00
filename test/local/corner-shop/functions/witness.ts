import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const dynamodb = new DynamoDBClient({});

interface BusEvent {
  id: string;
  time: string;
  'detail-type': string;
}

/** Writes down every event of the bus that it is handed. */
export async function handler(event: BusEvent) {
  const Item = {
    pk: { S: `SEEN#${event['detail-type']}` },
    sk: { S: `${event.time}#${event.id}` },
    at: { S: new Date().toISOString() },
    event: { S: JSON.stringify(event) },
  };
  await dynamodb.send(new PutItemCommand({ TableName: process.env['TABLE']!, Item }));
}
