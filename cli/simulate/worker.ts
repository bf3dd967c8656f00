import { parentPort, workerData } from 'node:worker_threads';
import { liveThrough, type Share } from './live-through.ts';

// A thread of the simulation: says how far it is, then what happened.

const port = parentPort;
if (port === null) throw new Error('this is a thread of the simulation: start it with npm run simulate');
// A port between threads has no origin, as a window has.
// eslint-disable-next-line unicorn/require-post-message-target-origin
const tally = await liveThrough(workerData as Share, (progress) => port.postMessage({ progress }));
// eslint-disable-next-line unicorn/require-post-message-target-origin
port.postMessage({ tally });
