console.log('woken');

/** Does what a function should not do, as it is told. */
export async function handler(event: { pathParameters: { how: string } }): Promise<unknown> {
  switch (event.pathParameters.how) {
    case 'throw':
      throw new RangeError('out of range');
    case 'malformed':
      return { statusCode: 200, body: { not: 'a text' } };
    case 'sleep':
      return new Promise((resolve) => setTimeout(resolve, 60_000));
    case 'short':
      return new Promise((resolve) => setTimeout(resolve, 5));
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
