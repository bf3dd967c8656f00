import type { Life } from '../life.ts';
import { leaveTheShop } from './leaving.ts';
import { placeOrder } from './ordering.ts';

/**
 * What happens to an order of itself. What happens because of what was sent is in answering.ts and working.ts. A new kind
 * of trouble is a file beside them and a line here.
 */
export function beginLife(life: Life): void {
  placeOrder(life);
  leaveTheShop(life);
}
