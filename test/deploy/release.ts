import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackName } from './cdk.ts';
import type { Story } from './stories.ts';

/** The state that has another name in the release, and that name. */
const before = 'ThankCustomer';
const after = 'ThankCustomerAnew';

/** The assembly no longer looks as it must for a release to be made of it. */
export class NothingToChange extends Error {
  override readonly name = 'NothingToChange';
}

/**
 * Makes another release of an assembly, without its sources: a state of the workflow has another name, and the function
 * that every waiting execution calls next has other code.
 */
export function makeRelease(assembly: string, folder: string): void {
  cpSync(assembly, folder, { recursive: true });
  const files = new Files(folder);
  const messenger = files.assetOf('Messenger/SendMessage/Function/Code');
  appendFileSync(join(folder, `asset.${messenger}`, 'index.mjs'), '\n// Another release.\n');
  renameSync(join(folder, `asset.${messenger}`), join(folder, `asset.${anotherHash(messenger)}`));
  files.replace(messenger, anotherHash(messenger));
  files.replace(String.raw`\"${before}\":{`, String.raw`\"${after}\":{`);
  files.replace(String.raw`\"Next\":\"${before}\"`, String.raw`\"Next\":\"${after}\"`);
  // What lies in the bucket under a known name is not sent again.
  const template = files.assetOf(`${stackName} Template`);
  files.replace(template, anotherHash(template));
  files.write();
}

/** A story of an order that comes after the release. */
export function afterTheRelease(story: Story, name: string): Story {
  const renamed = (state: string): string => (state === before ? after : state);
  return { ...story, name, acts: story.acts.map(([happening, ...states]) => [happening, ...states.map(renamed)]) };
}

const anotherHash = (hash: string): string => createHash('sha256').update(`another ${hash}`).digest('hex');

/** The files of an assembly that name one another. */
class Files {
  private readonly folder: string;
  private readonly texts: Map<string, string>;

  constructor(folder: string) {
    this.folder = folder;
    const names = ['manifest.json', `${stackName}.assets.json`, `${stackName}.template.json`];
    this.texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  }

  assetOf(displayName: string): string {
    const { files } = JSON.parse(this.texts.get(`${stackName}.assets.json`)!) as {
      files: Record<string, { displayName: string }>;
    };
    const found = Object.entries(files).find(([, asset]) => asset.displayName === displayName);
    if (found === undefined) throw new NothingToChange(`The assembly has no ${displayName}.`);
    return found[0];
  }

  replace(text: string, by: string): void {
    let count = 0;
    for (const [name, old] of this.texts) {
      const parts = old.split(text);
      count += parts.length - 1;
      this.texts.set(name, parts.join(by));
    }
    if (count === 0) throw new NothingToChange(`The assembly has nothing that reads ${text}.`);
  }

  write(): void {
    for (const [name, text] of this.texts) writeFileSync(join(this.folder, name), text);
  }
}
