import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { planted } from './plant.ts';
import { plants } from './plants.ts';

const root = resolve(import.meta.dirname, '../../..');

it.each(plants.map((plant) => [plant.rule, plant] as const))(
  'the rule stands where it can be taken out: %s',
  (_, plant) => {
    const source = readFileSync(resolve(root, plant.file), 'utf8');
    expect(planted(plant, source)).not.toBe(source);
  },
);
