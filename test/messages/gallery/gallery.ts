import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { buildMessages } from '../../../build/messages.ts';

// `npm run gallery`: writes one page with every mail and every page that a customer may ever see, and what the lint says.

const file = 'gallery.html';

// The words of the mails first: what follows is written with them.
await buildMessages();
const [{ galleryPage }, { exhibits }, { viewerScript }] = await Promise.all([
  import('./page.ts'),
  import('./exhibits.ts'),
  import('./viewer-script.ts'),
]);

const aside = (text: string): void => void process.stderr.write(`${text}\n`);
aside('Writing every mail, and reading it …');
const shown = exhibits();
const found = shown.reduce((sum, { findings }) => sum + findings.length, 0);
await writeFile(file, galleryPage(shown, await viewerScript()));
process.stdout.write(`${relative(process.cwd(), file)}\n`);
aside(
  `  ${shown.length} mails and pages; ${found === 0 ? 'the lint finds nothing' : `the lint finds ${found} things`}`,
);
process.exitCode = found === 0 ? 0 : 1;
