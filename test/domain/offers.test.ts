import { describe, expect, it } from 'vitest';
import {
  decideOffers,
  quietUntil,
  type HeldOffer,
  type OfferDecision,
  type OfferLedger,
} from '../../functions/domain/offers/ledger.ts';
import { on, shop as settings } from '../shop/facts.ts';

const noon = on('2026-11-24', '12:00');
const day = 24 * 3600_000;
const held: HeldOffer = {
  order: '1001',
  number: '#1001',
  placedAt: noon - 9 * day,
  discount: { percent: 10 },
  since: noon - day,
};
const ledger: OfferLedger = { version: 3, sent: [], held: [held] };
const agreed = { consent: { offers: true, at: 0 }, reachable: true };

const decided = ({
  sent = [],
  more = {},
  at = noon,
  promo = settings.promo,
}: {
  sent?: OfferLedger['sent'];
  more?: Partial<Parameters<typeof decideOffers>[1]>;
  at?: number;
  promo?: typeof settings.promo;
} = {}): OfferDecision => decideOffers({ ...ledger, sent }, { ...agreed, ...more }, { ...settings, promo }, at);

describe('a promo that had to wait', () => {
  it('goes out when the customer has agreed, nothing pauses it, there is room, and it is day', () => {
    expect(decided()).toEqual({ send: [held] });
  });

  it('waits for the consent that nobody has asked for, and lapses where it is refused', () => {
    expect(decided({ more: { consent: undefined } })).toMatchObject({ wait: noon + day });
    expect(decided({ more: { consent: { offers: false, at: 0 } } })).toMatchObject({
      why: 'the customer refuses offers',
    });
  });

  it('waits until the oldest offer that counts is long enough ago', () => {
    const sent = [noon - 6 * day, noon - day].map((at) => ({ key: String(at), at }));
    expect(decided({ sent })).toEqual({ wait: noon + day, why: 'no more than 2 offers in 7 days' });
    expect(decided({ sent: [{ key: 'old', at: noon - 7 * day }, sent[1]!] })).toEqual({ send: [held] });
  });

  it('waits while any order of the customer pauses offers', () => {
    const pauses = { '1002': { why: 'a case is open' } };
    expect(decided({ more: { pauses } })).toEqual({ wait: noon + day, why: 'a case is open' });
    const soon = { '1002': { why: 'there was a problem', until: noon + 3600_000 } };
    expect(decided({ more: { pauses: soon } })).toMatchObject({ wait: noon + 3600_000 });
    expect(decided({ more: { pauses: { '1002': { why: 'over', until: noon } } } })).toEqual({ send: [held] });
  });

  it('waits until the customer’s morning, on the customer’s clock', () => {
    const night = on('2026-11-24', '22:30');
    expect(decided({ at: night })).toEqual({ wait: on('2026-11-25', '08:00'), why: 'quiet hours' });
    expect(decided({ at: night, more: { zone: 'America/New_York' } })).toEqual({ send: [held] });
    const moved = { zone: 'Europe/Paris', chosen: { zone: 'America/New_York' } };
    expect(decided({ at: night, more: moved })).toEqual({ send: [held] });
  });

  it('lapses when it waited for two months, or the shop has no promo any more', () => {
    expect(decided({ at: noon + 60 * day })).toMatchObject({ lapse: [held], why: 'it was held back for too long' });
    expect(decided({ promo: null })).toMatchObject({ lapse: [held] });
  });

  it('waits while the customer cannot be written to', () => {
    expect(decided({ more: { reachable: false } })).toMatchObject({ why: 'the customer cannot be written to' });
  });
});

describe('quiet hours', () => {
  it.each([
    [['21:00', '08:00'], '20:59', undefined],
    [['21:00', '08:00'], '21:00', '2026-11-25 08:00'],
    [['21:00', '08:00'], '07:59', '2026-11-24 08:00'],
    [['21:00', '08:00'], '08:00', undefined],
    [['12:00', '14:00'], '13:00', '2026-11-24 14:00'],
    [['12:00', '14:00'], '14:00', undefined],
  ] as const)('%o at %s', (quiet, time, until) => {
    const expected = until === undefined ? undefined : on(...(until.split(' ') as [string, string]));
    expect(quietUntil(settings.zone, [...quiet], on('2026-11-24', time))).toBe(expected);
  });
});
