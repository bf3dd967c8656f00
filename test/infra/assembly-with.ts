import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const statement = z.looseObject({
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
});
const resource = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
const templateSchema = z.looseObject({ Resources: z.record(z.string(), resource) });
const policy = z.looseObject({ Statement: z.array(statement) });
const assets = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.looseObject({ path: z.string() }) })),
});

export type Resources = z.infer<typeof templateSchema>['Resources'];

export const stackName = 'Shopkeeper-local';

/** A copy of the local stack's assembly with something changed in its template. To be removed in the end. */
export function assemblyWith(change: (resources: Resources) => void): { folder: string; remove: () => void } {
  const cdkOut = resolve(import.meta.dirname, '../../cdk.out');
  const read = (file: string): unknown => JSON.parse(readFileSync(join(cdkOut, file), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'shopkeeper-changed-'));
  const changed = templateSchema.parse(read(`${stackName}.template.json`));
  change(changed.Resources);
  writeFileSync(join(folder, `${stackName}.template.json`), JSON.stringify(changed));
  const found = assets.parse(read(`${stackName}.assets.json`));
  for (const { source } of Object.values(found.files)) source.path = resolve(cdkOut, source.path);
  writeFileSync(join(folder, `${stackName}.assets.json`), JSON.stringify(found));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * Takes an action out of the policies of whichever roles are called so: on the resources that are written so, or where
 * the statement is.
 * @throws Error where no policy has it: the test would show nothing.
 */
export function takeAway(action: string, role: RegExp, on = /./): (template: Resources) => void {
  return (template) => {
    let taken = 0;
    for (const [id, { Type, Properties }] of Object.entries(template)) {
      if (Type !== 'AWS::IAM::Policy' || !role.test(id)) continue;
      const document = policy.parse(Properties['PolicyDocument']);
      document.Statement = document.Statement.flatMap((each) => {
        const [actions, resources] = [[each.Action].flat(), [each.Resource].flat()];
        if (!actions.includes(action) || !on.test(JSON.stringify(each))) return [each];
        taken += 1;
        const others = actions.filter((one) => one !== action);
        const elsewhere = resources.filter((one) => !on.test(JSON.stringify(one)));
        return [
          ...(others.length === 0 ? [] : [{ ...each, Action: others }]),
          ...(elsewhere.length === 0 || elsewhere.length === resources.length
            ? []
            : [{ ...each, Action: action, Resource: elsewhere }]),
        ];
      });
      Properties['PolicyDocument'] = document;
    }
    if (taken === 0) throw new Error(`nobody like ${role} may ${action} on ${on}`);
  };
}

/** Takes away that a service may call a function. */
export function takeAwayCall(service: string, id: RegExp): (resources: Resources) => void {
  return (resources) => {
    const found = Object.entries(resources).filter(
      ([name, { Type, Properties }]) =>
        Type === 'AWS::Lambda::Permission' && Properties['Principal'] === service && id.test(name),
    );
    if (found.length === 0) throw new Error(`${service} has no permission like ${id}`);
    for (const [name] of found) delete resources[name];
  };
}
