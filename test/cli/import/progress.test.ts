import { describe, expect, it } from 'vitest';
import { OrdersProgress } from '../../../cli/shop/import/progress.ts';

function shown(isTTY: boolean): { progress: OrdersProgress; written: string[] } {
  const written: string[] = [];
  const write = (text: string | Uint8Array): boolean => {
    written.push(String(text));
    return true;
  };
  return { progress: new OrdersProgress({ isTTY, write }), written };
}

describe('how far an import is', () => {
  it('stands on one line of a terminal, which is left clean', () => {
    const { progress, written } = shown(true);
    for (const done of [1, 2, 3]) progress.show(done, 3);
    expect(written).toEqual(['\r1 of 3 orders\u001B[K', '\r2 of 3 orders\u001B[K', '\r\u001B[K']);
  });

  it('is said now and then in a log, not for every order', () => {
    const { progress, written } = shown(false);
    for (let done = 1; done <= 1000; done += 1) progress.show(done, 1000);
    expect(written).toEqual([]);
  });
});
