import type { Life } from '../life.ts';
import { leaveTheShop } from './leaving.ts';
import { placeOrder } from './ordering.ts';
import { meetTroubles } from './troubles.ts';

/**
 * What happens to an order of itself. What happens because of what was sent is in answering.ts, working.ts and
 * paying-back.ts.
 */
export function beginLife(life: Life): void {
  placeOrder(life);
  if (life.ships) leaveTheShop(life);
  meetTroubles(life);
}
