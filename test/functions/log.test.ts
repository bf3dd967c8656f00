import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.resetModules();
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function logAt(level: string): Promise<typeof import('../../functions/log.ts').log> {
  vi.stubEnv('AWS_LAMBDA_LOG_LEVEL', level);
  return (await import('../../functions/log.ts')).log;
}

describe('a line of the log', () => {
  it('is one line of JSON that Lambda takes as it is: with a level and an instant', async () => {
    const log = await logAt('INFO');
    log.warn('busy', { route: 'POST /orders', order: undefined, where: ['at a\n', 'at b'] });
    expect(lines).toHaveLength(1);
    expect(lines[0]!.indexOf('\n')).toBe(lines[0]!.length - 1);
    const line = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(line).toEqual({
      level: 'WARN',
      message: 'busy',
      timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
      service: 'shopkeeper',
      route: 'POST /orders',
      where: ['at a\n', 'at b'],
    });
  });

  it('keeps its level and its message, whatever it says besides', async () => {
    const log = await logAt('INFO');
    log.error('broken', { message: 'other', level: 'DEBUG' });
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'ERROR', message: 'broken' });
  });

  it('is left out below the level that the stack sets', async () => {
    const log = await logAt('WARN');
    log.info('call', {});
    log.error('broken', {});
    expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(['broken']);
  });
});
