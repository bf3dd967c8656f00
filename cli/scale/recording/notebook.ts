import { AsyncLocalStorage } from 'node:async_hooks';
import { askers, type Asker, type Beginning, type Episode, type KeyUse, type Work } from './asked.ts';
import { callMs, ownMs } from './durations.ts';

/** On whose behalf, and about which order, something is asked just now. */
interface Acting {
  readonly asker: Asker;
  readonly shop: string;
  readonly order: string;
}

type Counted = 'requests' | 'starts' | 'successes' | 'failures' | 'mails' | 'staffMails';
type Writing = { -readonly [field in keyof Episode]: Episode[field] } & {
  readonly use: Map<string, KeyUse>;
  lastAt: number;
};

/** What follows later than this is an episode of its own. */
const quietMs = 1000;

/** Something was asked of AWS and nobody had said on whose behalf: the recording would be wrong. */
export class NobodyAsks extends Error {
  override readonly name = 'NobodyAsks';
}

/** Writes down who asked what of AWS, by order and instant. */
export class Notebook {
  readonly episodes: Episode[] = [];
  private readonly acting = new AsyncLocalStorage<Acting | 'nobody'>();
  private readonly open = new Map<string, Writing>();
  private readonly firstAt = new Map<string, number>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** All that `work` asks is asked by a call of this asker. */
  as<T>(asker: Asker, shop: string, order: string, work: () => Promise<T>, begins: Beginning = 'due'): Promise<T> {
    const done = this.episodeOf(shop, order, begins).work[asker];
    done.calls += 1;
    done.seconds += ownMs[asker] / 1000;
    return this.acting.run({ asker, shop, order }, work);
  }

  /** Not counted: what prepares the recording. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.acting.run('nobody', work);
  }

  count(what: Counted): void {
    this.episode()[what] += 1;
  }

  /** The stream told of a change of the order, whoever made it. */
  record(shop: string, order: string): void {
    this.episodeOf(shop, order, 'due').records += 1;
  }

  confirms(): void {
    this.episode().confirms = true;
  }

  took(service: keyof typeof callMs): void {
    if (this.acting.getStore() === 'nobody') return;
    this.work().seconds += callMs[service] / 1000;
  }

  units(where: KeyUse['where'], key: string, { read = 0, write = 0 }: Partial<Pick<KeyUse, 'read' | 'write'>>): void {
    if (this.acting.getStore() === 'nobody') return;
    const work = this.work();
    if (where === 'table') work.writes += write;
    else work.indexWrites += write;
    work.reads += read;
    const { use } = this.episode();
    const id = `${where} ${key}`;
    const known = use.get(id) ?? { where, key, read: 0, write: 0 };
    known.read += read;
    known.write += write;
    use.set(id, known);
  }

  /**
   * Ends the episodes that are over where nothing more happens before `nextAt`. `transitionsOf`: how many states the order
   * entered since it was asked last.
   */
  close(transitionsOf: (shop: string, order: string) => number, nextAt = Number.POSITIVE_INFINITY): void {
    for (const [id, { use, lastAt, ...episode }] of this.open) {
      if (nextAt - lastAt < quietMs) continue;
      const transitions = transitionsOf(episode.shop, episode.order);
      this.episodes.push({ ...episode, transitions, keys: [...use.values()] });
      this.open.delete(id);
    }
  }

  private episode(): Writing {
    const { shop, order } = this.someone();
    return this.episodeOf(shop, order, 'due');
  }

  private work(): Work {
    return this.episode().work[this.someone().asker];
  }

  private someone(): Acting {
    const acting = this.acting.getStore();
    if (acting === undefined || acting === 'nobody') throw new NobodyAsks('a call of nobody');
    return acting;
  }

  private episodeOf(shop: string, order: string, begins: Beginning): Writing {
    const id = `${shop}/${order}`;
    const known = this.open.get(id);
    if (known !== undefined) {
      known.lastAt = this.now();
      return known;
    }
    const firstAt = this.firstAt.get(id) ?? this.now();
    this.firstAt.set(id, firstAt);
    const nothing = { requests: 0, starts: 0, successes: 0, failures: 0, transitions: 0, mails: 0, staffMails: 0 };
    const work = Object.fromEntries(askers.map((asker) => [asker, noWork()])) as Record<Asker, Work>;
    const begun = { order, shop, begins, sinceMs: this.now() - firstAt, work, records: 0, keys: [], confirms: false };
    const episode: Writing = { ...begun, ...nothing, use: new Map(), lastAt: this.now() };
    this.open.set(id, episode);
    return episode;
  }
}

const noWork = (): Work => ({ calls: 0, seconds: 0, reads: 0, writes: 0, indexWrites: 0 });
