import { createHash } from 'node:crypto';
import jsonata, { type Expression, type Focus } from 'jsonata';

/** What the functions of an expression may ask of the outside. One per evaluation. */
export interface Ports {
  now(): number;
  random(): number;
  newId(): string;
}

/**
 * What AWS adds to JSONata 2.0.6 and takes away from it ("Transforming data with JSONata", functions provided by Step
 * Functions), and a clock that is ours. `portsOf` is asked once, when an evaluation begins.
 */
export function addAwsFunctions(expression: Expression, portsOf: () => Ports | undefined): void {
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('range', range, '<nnn:x>');
  expression.registerFunction('hash', hash, '<ss:s>');
  expression.registerFunction('parse', parse, '<s:x>');
  expression.registerFunction('now', now, '<s?s?:s>');
  expression.registerFunction('millis', millis, '<:n>');
  expression.assign('eval', undefined);
  const onFrame = (_enclosing: unknown, frame: { bind(name: string, value: unknown): void }) => {
    const ports = portsOf();
    if (ports === undefined) return;
    frame.bind('random', (seed?: number) => (seed === undefined ? ports.random() : seeded(seed)));
    frame.bind('uuid', () => ports.newId());
    // The engine writes the machine's time here on every evaluation; $now, $millis and $toMillis read it from here.
    const instant = new Date(ports.now());
    Object.defineProperty(frame, 'timestamp', { get: () => instant, set: () => {} });
  };
  // The engine's own hook, called with every new frame; its key is a symbol, which the typings don't know.
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  expression.assign(Symbol.for('jsonata.__createFrame_push') as unknown as string, onFrame);
}

const formatted = jsonata('$fromMillis($at, $picture, $zone)');

function now(this: Focus, picture?: string, zone?: string): unknown {
  const instant = this.environment.timestamp;
  if (picture === undefined) return instant.toISOString();
  return formatted.evaluate(undefined, { at: instant.getTime(), picture, zone });
}

function millis(this: Focus): number {
  return this.environment.timestamp.getTime();
}

function partition(items: unknown[] | undefined, size: number): unknown[][] | undefined {
  if (items === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition needs a positive integer as its size');
  const parts: unknown[][] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}

/** From `first` to `last` inclusive. On AWS a range of one number is that number, as with every JSONata sequence. */
function range(first: number, last: number, step: number): number[] | number | undefined {
  if (![first, last, step].every(Number.isInteger) || step === 0) {
    throw new Error('$range needs integers, and a step that is not zero');
  }
  if (Math.abs(last - first) / Math.abs(step) >= 1000) throw new Error('$range makes at most 1,000 numbers');
  const numbers: number[] = [];
  for (let n = first; step > 0 ? n <= last : n >= last; n += step) numbers.push(n);
  return numbers.length > 1 ? numbers : numbers[0];
}

const digests: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function hash(text: string | undefined, algorithm: string): string | undefined {
  if (text === undefined) return undefined;
  const digest = digests[algorithm];
  if (digest === undefined) throw new Error(`$hash knows ${Object.keys(digests).join(', ')}, not ${algorithm}`);
  return createHash(digest).update(text, 'utf8').digest('hex');
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

/** The same number between 0 and 1 for the same seed (not the very number AWS gives: its generator is not published). */
function seeded(seed: number): number {
  const bits = createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6);
  return bits / 2 ** 48;
}
