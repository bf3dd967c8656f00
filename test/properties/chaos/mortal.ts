import { Died, Throttled, type Fault } from './faults.ts';

/** What strikes one invocation of a function, at one of its calls. */
export type Doom = Extract<Fault, { fault: 'dies' | 'slow' | 'refused' }>;

/** One invocation that a doom hangs over. Its ports count their calls together. */
export class Invocation {
  /** The call it struck at, once it did. */
  struckAt: string | undefined;
  readonly doom: Doom;
  private readonly struck: (doom: Doom, call: string) => void;
  private readonly passing: (seconds: number) => Promise<void>;
  private calls = 0;
  private dead: Died | undefined;

  constructor(doom: Doom, struck: (doom: Doom, call: string) => void, passing: (seconds: number) => Promise<void>) {
    this.doom = doom;
    this.struck = struck;
    this.passing = passing;
  }

  /** The same ports; whoever has died calls nothing any more. */
  ports<P extends object>(ports: P): P {
    const wrapped = Object.entries(ports).map(([name, port]) => [
      name,
      typeof port === 'object' && port !== null ? this.port(name, port as object) : (port as unknown),
    ]);
    return Object.fromEntries(wrapped) as P;
  }

  private port(name: string, target: object): object {
    return new Proxy(target, {
      get: (_, method) => {
        const found: unknown = Reflect.get(target, method);
        if (typeof found !== 'function') return found;
        const call = `${name}.${String(method)}`;
        return (...args: unknown[]) => {
          const result = (): unknown => Reflect.apply(found, target, args);
          return isIterated(String(method))
            ? this.iterated(call, result as () => AsyncIterable<unknown>)
            : this.around(call, result);
        };
      },
    });
  }

  private async around(call: string, result: () => unknown): Promise<unknown> {
    if (this.dead !== undefined) throw this.dead;
    this.calls += 1;
    if (this.calls !== this.doom.call) return result();
    this.struckAt = call;
    this.struck(this.doom, call);
    if (this.doom.fault === 'refused') throw new Throttled('the database is throttled');
    if (this.doom.fault === 'slow') {
      await this.passing(this.doom.seconds);
      return result();
    }
    if (this.doom.when === 'after') await result();
    this.dead = new Died(this.doom.as);
    throw this.dead;
  }

  private async *iterated(call: string, result: () => AsyncIterable<unknown>): AsyncIterable<unknown> {
    await this.around(call, () => undefined);
    yield* result();
  }
}

const isIterated = (method: string): boolean => method === 'overdue' || method === 'diedSince';
