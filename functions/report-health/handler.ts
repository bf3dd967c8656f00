import { endpoint } from '../http/endpoint.ts';

/** `GET /health`: the API is there. It asks nothing else, so that whoever watches it costs nothing. */
export const handler = endpoint(() => ({ status: 200, json: { status: 'ok' } }));
