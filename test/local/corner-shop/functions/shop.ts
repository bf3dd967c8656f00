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
    case 'held up':
      return new Promise((resolve) => setTimeout(() => resolve('late'), 4000));
    default:
      return {
        event,
        now: new Date().toISOString(),
        left: context.getRemainingTimeInMillis(),
        environment: process.env,
      };
  }
}
