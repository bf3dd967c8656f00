/** `npm run build`: the mails, then the functions that carry them, into dist/. Prints what each function weighs. */
import { buildFunctions, report } from './bundle.ts';
import { buildMessages } from './messages.ts';

await buildMessages();
const built = await buildFunctions();
console.log(report(built));
