import { startEmbeddedStack } from '../../../local/embedded-stack.ts';
import { cornerShop } from './corner-shop.ts';

// Runs a corner shop in a process of its own, so that a test can kill it: `node serve.ts <data folder>`.
const dataDir = process.argv[2]!;
const { apiUrl, awsUrl } = await startEmbeddedStack({ assembly: await cornerShop(), port: 0, awsPort: 0, dataDir });
process.send?.({ apiUrl, awsUrl });
