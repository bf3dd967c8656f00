import { DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const table = process.env['TABLE']!;
const dynamodb = new DynamoDBClient({});

/** Takes orders and shipments, and shows what it was handed. */
export async function handler(event: APIGatewayProxyEventV2, context: { getRemainingTimeInMillis(): number }) {
  switch (event.routeKey) {
    case 'POST /orders': {
      const order: { id: string } = JSON.parse(event.body!);
      const Item = {
        pk: { S: `ORDER#${order.id}` },
        sk: { S: 'ORDER' },
        at: { S: new Date().toISOString() },
        openIn: { S: 'shop' },
      };
      await dynamodb.send(new PutItemCommand({ TableName: table, Item }));
      return {
        statusCode: 202,
        body: JSON.stringify({ order: order.id }),
        headers: { 'content-type': 'application/json' },
      };
    }
    case 'GET /orders/{id}': {
      const Key = { pk: { S: `ORDER#${event.pathParameters!['id']}` }, sk: { S: 'ORDER' } };
      return (await dynamodb.send(new GetItemCommand({ TableName: table, Key }))).Item ?? { statusCode: 404 };
    }
    case 'POST /orders/{id}/shipments': {
      const Key = { pk: { S: `ORDER#${event.pathParameters!['id']}` }, sk: { S: 'ORDER' } };
      const UpdateExpression = 'SET shipped = :yes REMOVE openIn';
      const ExpressionAttributeValues = { ':yes': { BOOL: true } };
      await dynamodb.send(
        new UpdateItemCommand({ TableName: table, Key, UpdateExpression, ExpressionAttributeValues }),
      );
      return { statusCode: 202 };
    }
    case 'POST /misbehave/{how}':
      return misbehave(event.pathParameters!['how']!);
    default:
      return {
        event,
        now: new Date().toISOString(),
        left: context.getRemainingTimeInMillis(),
        environment: process.env,
      };
  }
}

async function misbehave(how: string): Promise<unknown> {
  switch (how) {
    case 'throw':
      throw new RangeError('out of range');
    case 'malformed':
      return { statusCode: 200, body: { not: 'a text' } };
    case 'sleep':
      return new Promise((resolve) => setTimeout(resolve, 60_000));
    case 'exit':
      return process.exit(7);
    case 'reject':
      setTimeout(() => void Promise.reject(new Error('nobody listens')), 0);
      return new Promise((resolve) => setTimeout(resolve, 60_000));
    case 'cookies':
      return {
        statusCode: 201,
        cookies: ['a=1', 'b=2'],
        headers: { 'X-Shop': 'corner' },
        body: 'aGk=',
        isBase64Encoded: true,
      };
    default:
      return 'a bare text';
  }
}
