import { beforeAll, describe, expect, it } from 'vitest';
import { classesOf, perOrder } from '../../../cli/scale/model/classes.ts';
import { heaviestKeys, keyKinds, kindOf, worstPart } from '../../../cli/scale/partitions.ts';
import { faultsOf, pageOf, pictureOf } from '../../../cli/scale/page.ts';
import { playAll } from '../../../cli/scale/play-all.ts';
import type { Recording } from '../../../cli/scale/recording/asked.ts';
import { recordLives } from '../../../cli/scale/recording/record-lives.ts';
import * as keys from '../../../functions/adapters/keys.ts';
import { synthesisedDefinition } from '../../../workflows/definition.ts';

const definition = synthesisedDefinition();
const few = { definition, orders: 8, seed: 3 };

let recording: Recording;
beforeAll(async () => {
  recording = await recordLives(few);
});

const sum = (of: (episode: Recording['episodes'][number]) => number): number =>
  recording.episodes.reduce((all, episode) => all + of(episode), 0);

describe('what lives ask of AWS, as it was recorded', () => {
  it('begins each order with a call and an execution, and confirms most at once', () => {
    const orders = Map.groupBy(recording.episodes, ({ order }) => order);
    expect(orders.size).toBe(few.orders);
    for (const [, episodes] of orders) {
      expect(episodes[0]).toMatchObject({ begins: 'told', sinceMs: 0 });
      expect(episodes[0]!.requests).toBeGreaterThan(0);
      expect(episodes.reduce((all, { starts }) => all + starts, 0)).toBeGreaterThan(0);
    }
    expect(recording.episodes.filter(({ confirms }) => confirms).length).toBeGreaterThan(few.orders / 2);
  });

  it('has every mail told of twice by SES, and every unit of capacity on a key', () => {
    expect(sum(({ work }) => work['note-mail'].calls)).toBe(2 * sum(({ mails, staffMails }) => mails + staffMails));
    const units = sum(({ work }) =>
      Object.values(work).reduce((all, { reads, writes, indexWrites }) => all + reads + writes + indexWrites, 0),
    );
    expect(sum(({ keys: used }) => used.reduce((all, { read, write }) => all + read + write, 0))).toBeCloseTo(units, 6);
    expect(sum(({ work }) => work.workflow.indexWrites)).toBeGreaterThan(0);
  });

  it('is the same again with the same seed', async () => {
    const again = async () => recordLives({ ...few, orders: 2 });
    expect(await again()).toEqual(await again());
  });

  it('is all in the classes that the model plays', () => {
    const orders = perOrder(classesOf(recording));
    expect(orders.transitions! * few.orders).toBeCloseTo(
      sum(({ transitions }) => transitions),
      6,
    );
    expect(orders.startExecution! * few.orders).toBeCloseTo(
      sum(({ starts }) => starts),
      6,
    );
    expect(orders.apiStage! * few.orders).toBeCloseTo(
      sum(({ requests }) => requests),
      6,
    );
    expect(orders.sesRate! * few.orders).toBeCloseTo(
      sum(({ mails, staffMails }) => mails + staffMails),
      6,
    );
    const writes = sum(({ work }) => Object.values(work).reduce((all, one) => all + one.writes, 0));
    expect(orders.tableWrites! * few.orders).toBeCloseTo(writes, 6);
  });
});

describe('keys', () => {
  it('bear less than a partition gives, though one shop has a thousand orders a second, and ten times as many in a burst', () => {
    for (const load of [
      { steady: 1000, peak: 1000 },
      { steady: 1000, peak: 10_000 },
    ]) {
      for (const { kind, share } of heaviestKeys(recording, load)) expect(share, kind).toBeLessThanOrEqual(1);
    }
  });

  it('would bear too much where a list of the shop lay in one place', () => {
    const first = recording.episodes.map((episode) => ({
      ...episode,
      keys: episode.keys.map((use) => ({ ...use, key: use.key.replace(/#LEAVES#\d+$/, '#LEAVES') })),
    }));
    const heaviest = heaviestKeys({ ...recording, episodes: first }, { steady: 1000, peak: 1000 });
    expect(heaviest.find(({ kind }) => kind.includes('LEAVES'))!.share).toBeGreaterThan(1);
  });

  it('of every kind there is are known by who shares them', () => {
    const made = [
      keys.shopKey('s').pk,
      keys.orderKey('s', 'o').pk,
      keys.profileKey('s', 'c').pk,
      keys.offersKey('s', 'c').pk,
      keys.placedKey('s', 'c', 'o', 0).pk,
      keys.callKey('s', 'c', 't').pk,
      keys.erasureKey('s', 'c').pk,
      keys.linkKey('t').pk,
      keys.idempotencyKey('s', 'POST', '/orders', 'k').pk,
      ...keys.tasksPartitions('s'),
      ...keys.leavesPartitions('s'),
    ];
    for (const key of made) expect(() => kindOf('table', key), key).not.toThrow();
    expect(() => kindOf('table', 'SHOP#s#NEWLIST')).toThrow('SHOP#s#NEWLIST');
    expect(() => kindOf('index', 'NEW')).toThrow('NEW');
    // A key belongs to one kind.
    for (const key of made)
      expect(
        keyKinds.filter(({ like }) => like.test(key)),
        key,
      ).toHaveLength(1);
  });

  it('fill the parts of a list evenly', () => {
    for (const parts of [1, 16, 128]) expect(worstPart(parts) * parts).toBeLessThan(1.25);
  });
});

it('the page says what is full first, what to ask for, and that nobody is lost', () => {
  const results = playAll(recording, 1);
  expect(faultsOf(results)).toEqual([]);
  const page = pageOf(results, 1);
  expect(page).toContain('The first quota that is full** as orders grow is "SES, a day"');
  expect(page).toContain('the first to hold anybody up is "API stage throttle"');
  for (const title of ['Which quota carries how much', 'An account that is ready', 'Hot keys']) {
    expect(page).toContain(`## ${title}`);
  }
  expect(pictureOf(results)).toMatch(/^<svg [^]+<polyline [^]+<\/svg>\n$/);
});
