import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../cli/simulate/run.ts';
import { synthesisedDefinition } from '../../workflows/definition.ts';

const definition = synthesisedDefinition();

interface Run {
  readonly code: number;
  readonly table: string;
  readonly errors: string;
}

async function simulated(line: string, machine: unknown = definition): Promise<Run> {
  let [table, errors] = ['', ''];
  const code = await run(line.split(' '), {
    workflow: async () => machine,
    out: { write: (text: string | Uint8Array) => ((table += String(text)), true) },
    errors: { write: (text: string | Uint8Array) => ((errors += String(text)), true), isTTY: false },
  });
  return { code, table, errors };
}

const small = '--orders 60 --days 40 --seed 7';

describe('a small simulation', () => {
  let once: Run;
  beforeAll(async () => {
    once = await simulated(`${small} --workers 2`);
  });

  it('ends well: no promise passed unwarned, no order is stuck', () => {
    expect(once.errors).not.toContain('✗');
    expect(once.code).toBe(0);
    expect(once.table).toMatch(/^all +\d+ +\d+ +\d+ +0 +\d+$/m);
  });

  it('lists what happened', () => {
    expect(once.table).toMatch(/^60 orders, 40 days, seed 7$/m);
    expect(once.table).toMatch(/^all +60$/m);
    for (const mail of ['confirm-order', 'announce-shipment', 'ask-delivery-check', 'warn-shipping-delay']) {
      expect(once.table).toMatch(new RegExp(`^${mail} +[1-9]\\d*$`, 'm'));
    }
    expect(once.table).toMatch(/^promises to +kept +moved +warned +broken without warning +still open$/m);
    for (const promise of ['ship', 'deliver', 'write', 'answer']) {
      expect(once.table).toMatch(new RegExp(`^${promise}( +\\d+){5}$`, 'm'));
    }
    for (const fact of ['order', 'shipment', 'delivery', 'word', 'completion']) {
      expect(once.table).toMatch(new RegExp(`^${fact} +[1-9]\\d*$`, 'm'));
    }
    expect(once.table).toMatch(/^that reached level 1 +[1-9]\d*$/m);
    expect(once.table).toMatch(/^median +\d+\n99 of 100, at most +\d+\nworst +\d+$/m);
    expect(once.table).toMatch(/^events of one execution +[1-9]\d*$/m);
  });

  it('shows how far it is', () => {
    expect(once.errors).toMatch(/day \d+ of 40: \d+ orders placed, \d+ at their end, \d+ a second, \d+ MiB/);
  });

  it('has the same table again with one thread', async () => {
    expect((await simulated(`${small} --workers 1`)).table).toBe(once.table);
  });

  it('has another table with another seed', async () => {
    const another = await simulated('--orders 60 --days 40 --seed 8');
    expect(another.table.split('\n').slice(1)).not.toEqual(once.table.split('\n').slice(1));
  });
});

it('a workflow that wakes an hour too late breaks promises, and the simulation ends with 1', async () => {
  const inTime = '/ 1000)]) %}';
  const text = JSON.stringify(definition);
  expect(text).toContain(inTime);
  const late = JSON.parse(text.replaceAll(inTime, '/ 1000) + 3600]) %}')) as unknown;
  const { code, errors, table } = await simulated(`${small} --workers 1`, late);
  expect(code).toBe(1);
  expect(errors).toMatch(/✗ [a-z-]+ o\d+: the promise to ship by .* passed and nobody was warned/);
  expect(table).not.toMatch(/^ship +\d+ +\d+ +\d+ +0 +\d+$/m);
});

describe('the command line', () => {
  it('says how it is used', async () => {
    const { code, table } = await simulated('--help');
    expect(code).toBe(0);
    expect(table).toContain('--orders');
  });

  it.each(['--orders none', '--days 0', '--seed -1', '--workers 1.5', '--speed 3'])(
    '%s makes no sense',
    async (line) => {
      const { code, errors } = await simulated(line);
      expect(code).toBe(2);
      expect(errors).toContain('npm run simulate');
    },
  );
});
