import type { Customers, Erasures } from '../domain/ports.ts';
import { customerNamed } from '../http/customers.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { unknown } from '../http/problem.ts';

export interface ForgetCustomerPorts {
  readonly customers: Pick<Customers, 'find' | 'placedBefore'>;
  readonly erasures: Erasures;
}

/**
 * `DELETE /customers/{id}`: everything that is known of the person goes. Only the wish is written here, in one write; from
 * then on it comes true by itself, however many orders there are. Asked again, it is answered again.
 */
export function forgetCustomer(ports: ForgetCustomerPorts): DecideForShop {
  return async (shop, call) => {
    const customer = customerNamed(call);
    if (!(await wishErasure(shop, customer, call.now, ports))) throw unknown('customer');
    return { status: 202, json: { customer, erased: 'under-way' } };
  };
}

const everMs = Date.UTC(2200, 0, 1);

/** False where nobody of that id is known, or ever was. */
export async function wishErasure(
  shop: string,
  customer: string,
  now: number,
  { customers, erasures }: ForgetCustomerPorts,
): Promise<boolean> {
  const isKnown =
    (await customers.find(shop, customer)) !== undefined ||
    (await customers.placedBefore(shop, customer, everMs)).length > 0;
  if (isKnown) await erasures.wish(shop, customer, now);
  return isKnown || (await erasures.erasedAt(shop, customer)) !== undefined;
}
