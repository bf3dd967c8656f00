import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { settingsToKeep } from '../../../functions/domain/shop/given-settings.ts';
import { settingsSchema } from '../../../functions/domain/shop/settings.ts';

/** The path of each value that a shape has room for. */
function pathsOf(schema: z.core.JSONSchema.BaseSchema, path = ''): string[] {
  const inside = [
    ...Object.entries(schema.properties ?? {}).map(([name, of]) => [`${path}.${name}`, of] as const),
    ...[schema.items ?? [], schema.prefixItems ?? [], schema.anyOf ?? []]
      .flat()
      .map((of) => [`${path}[]`, of] as const),
  ];
  return [path, ...inside.flatMap(([at, of]) => (typeof of === 'object' ? pathsOf(of, at) : []))];
}

test('settings are read again as whole as they were kept: no part of them that a shop may give is dropped', () => {
  const [given, kept] = [settingsToKeep, settingsSchema].map((shape) =>
    [...new Set(pathsOf(z.toJSONSchema(shape)))].toSorted(),
  );
  expect(kept).toContain('.waits.warnings');
  expect(kept).toEqual(given);
});
