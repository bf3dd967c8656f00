import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BadTemplate, buildMessages } from '../../build/messages.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mails-'));
  await mkdir(join(folder, 'parts'));
  await write(
    'layout',
    '<mjml><mj-body><mj-section><mj-column><mj-raw><!--content--></mj-raw></mj-column></mj-section></mj-body></mjml>',
  );
  await write('hello', '<mj-text>{{name}}</mj-text>');
});

afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, mjml: string, text = '{{name}}'): Promise<void> {
  await writeFile(join(folder, `${name}.mjml.hbs`), mjml);
  await writeFile(join(folder, `${name}.txt.hbs`), text);
}

test('the same templates are written once', async () => {
  await buildMessages(folder);
  const written = await stat(join(folder, 'compiled.js'));
  await buildMessages(folder);
  expect((await stat(join(folder, 'compiled.js'))).ino).toBe(written.ino);
  expect(await readFile(join(folder, 'compiled.js'), 'utf8')).toContain('"hello"');
});

test.each([
  ['broken MJML', '<mj-text>{{name}}', /hello/u],
  ['a tag that MJML does not know', '<mj-txt>{{name}}</mj-txt>', /hello/u],
  ['a part that is not there', '{{> nowhere}}', /nowhere/u],
])('%s stops the build', async (_, mjml, message) => {
  await write('hello', mjml);
  await expect(buildMessages(folder)).rejects.toThrow(message);
});

test('a helper that does not exist stops the build', async () => {
  await write('hello', '<mj-text>{{shout name}}</mj-text>');
  await expect(buildMessages(folder)).rejects.toThrow(/shout/u);
});

test('a mail without its plain text stops the build', async () => {
  await rm(join(folder, 'hello.txt.hbs'));
  await expect(buildMessages(folder)).rejects.toThrow(BadTemplate);
});
