import { describe, expect, it } from 'vitest';
import { runRehearsals } from '../../../cli/rehearse/run.ts';
import { annesOrder, theDefinition } from './a-story.ts';

const files: { readonly [path: string]: string } = {
  'stories/good.yaml': `${annesOrder}expect: { ended: handed-to-staff }`,
  'stories/wrong.yaml': `${annesOrder}expect: { ended: received }`,
  'stories/broken.yaml': annesOrder.replace('lines:', 'line:'),
};

/** The command as somebody types it, with what it says and writes. */
async function rehearse(...commandLine: string[]) {
  const [out, aside]: [string[], string[]] = [[], []];
  const written = new Map<string, string>();
  const code = await runRehearsals(commandLine, {
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined)
        throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { syscall: 'open' });
      return text;
    },
    writeFile: async (path, text) => void written.set(path, text),
    definition: theDefinition,
    out: (text) => out.push(text),
    aside: (text) => aside.push(text),
  });
  return { code, out, aside: aside.join('\n'), written };
}

describe('npm run rehearse', () => {
  it('writes the page, says where, and ends well', async () => {
    const { code, out, aside, written } = await rehearse('stories/good.yaml');
    expect(code).toBe(0);
    expect(out).toEqual(['good.html']);
    expect(written.get('good.html')).toContain("<title>Anne's vase".replace("'", '&#39;'));
    expect(aside).toContain('Playing good.yaml');
    expect(aside).toContain('5 mails, 2 tasks; all as expected');
  });

  it('writes it where it is told to', async () => {
    const { out, written } = await rehearse('stories/good.yaml', '--out', 'pages/anne.html');
    expect(out).toEqual(['pages/anne.html']);
    expect([...written.keys()]).toEqual(['pages/anne.html']);
  });

  it('fails when a story did not come as expected, says what differs, and shows it on the page', async () => {
    const { code, aside, written } = await rehearse('stories/wrong.yaml', 'stories/good.yaml');
    expect(code).toBe(1);
    expect(aside).toContain('✗ the order ended: expected received, found handed-to-staff');
    expect([...written.keys()]).toEqual(['wrong.html', 'good.html']);
  });

  it('fails when a story cannot be read, and says where', async () => {
    const { code, aside, written } = await rehearse('stories/broken.yaml');
    expect(code).toBe(1);
    expect(aside).toContain('broken.yaml:6 order.line: no such field');
    expect(written.size).toBe(0);
    expect((await rehearse('nowhere.yaml')).aside).toContain("open 'nowhere.yaml'");
  });

  it('explains itself', async () => {
    expect(await rehearse('--help')).toMatchObject({ code: 0, out: [expect.stringContaining('<story.yaml>')] });
    expect(await rehearse()).toMatchObject({ code: 2, aside: expect.stringContaining('Say which story') });
    expect(await rehearse('--loud')).toMatchObject({ code: 2 });
    expect(await rehearse('a.yaml', 'b.yaml', '--out', 'c.html')).toMatchObject({ code: 2 });
  });
});
