import { classesOf, perOrder, type EpisodeClass } from './model/classes.ts';
import { askedOf, play, type Played } from './model/play.ts';
import type { Needs } from './model/stages.ts';
import { heaviestKeys, type Heaviest } from './partitions.ts';
import type { Limits } from './quotas.ts';
import type { Recording } from './recording/asked.ts';
import { asItComes, load, toAskFor } from './scenarios.ts';

const hour = 3600;
/** A person is woken at once, and AWS answers within a day. */
const grantedAfter = 24 * hour;

export interface Results {
  readonly recording: Recording;
  readonly classes: readonly EpisodeClass[];
  readonly orders: Needs;
  readonly now: Limits;
  readonly wanted: Limits;
  readonly asked: Played['asked'];
  /** On a new account, whose quotas are raised a day later. */
  readonly comes: Played;
  /** With all that is needed. */
  readonly ready: Played;
  readonly steadyKeys: readonly Heaviest[];
  readonly burstKeys: readonly Heaviest[];
}

/** Plays the load on an account as it comes, and on one that is ready for it. */
export function playAll(recording: Recording, seed: number, progress: (what: string) => void = () => {}): Results {
  const classes = classesOf(recording);
  const now = asItComes();
  const wanted = toAskFor(classes, load, recording.openSeconds);
  progress('the account as it comes');
  const granted = { at: grantedAfter, limits: wanted };
  const comes = play({ classes, load, limits: now, granted, openBefore: 0, seed, until: 20 * grantedAfter });
  progress('the account that is ready');
  const open = load.before * recording.openSeconds;
  const ready = play({ classes, load, limits: wanted, openBefore: open, seed, until: grantedAfter });
  const [steady, peak] = [load.before, Math.max(...load.phases.map(({ ordersPerSecond }) => ordersPerSecond))];
  return {
    recording,
    classes,
    orders: perOrder(classes),
    now,
    wanted,
    asked: askedOf(classes, load),
    comes,
    ready,
    steadyKeys: heaviestKeys(recording, { steady, peak: steady }),
    burstKeys: heaviestKeys(recording, { steady, peak }),
  };
}
