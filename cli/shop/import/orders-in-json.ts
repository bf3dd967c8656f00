import { pointerTo } from '../../../functions/domain/told-to-us/parsed.ts';
import { WrongOrders, type FoundOrder } from './found-order.ts';

/**
 * The orders of Shopify's REST API: an array of them, or `{"orders": […]}` as the API answers. An order's number in the
 * list stands for its row.
 * @throws WrongOrders where it is neither.
 */
export function ordersInJson(text: string): FoundOrder[] {
  return listIn(jsonIn(text)).map((order, index) => ({
    order,
    rest: restOf(order),
    where: (path) => ({ row: index + 1, field: pointerTo(path) }),
  }));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new WrongOrders(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function listIn(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  const orders = isObject(json) ? json['orders'] : undefined;
  if (Array.isArray(orders)) return orders;
  throw new WrongOrders('it is neither an array of orders nor {"orders": […]}');
}

/** Parcels and refunds lie within their order, which they need not name there. */
function restOf(order: unknown): FoundOrder['rest'] {
  if (!isObject(order)) return [];
  const id = { order_id: order['id'] };
  const fulfilments = objectsIn(order['fulfillments']).map((each): { [field: string]: unknown } => ({
    ...id,
    ...each,
  }));
  return [
    ...fulfilments.map((payload) => ({ topic: 'fulfillments/create', payload })),
    ...fulfilments.flatMap((each) =>
      each['shipment_status'] === 'delivered'
        ? [{ topic: 'fulfillment_events/create', payload: deliveryOf(each) }]
        : [],
    ),
    ...objectsIn(order['refunds']).map((each) => ({ topic: 'refunds/create', payload: { ...id, ...each } })),
  ];
}

/** A fulfilment that has arrived was last touched by that. */
function deliveryOf({ id, order_id, updated_at }: { [field: string]: unknown }): object {
  return { fulfillment_id: id, order_id, status: 'delivered', happened_at: updated_at };
}

const isObject = (value: unknown): value is { [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsIn = (value: unknown): { [field: string]: unknown }[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
