import { endpoint } from '../http/endpoint.ts';
import { refuseUnknown } from './refuse-unknown.ts';

/** `$default`: what no other route takes. */
export const handler = endpoint(refuseUnknown);
