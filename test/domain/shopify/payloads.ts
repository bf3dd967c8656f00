import fulfillment from '../../fixtures/shopify/fulfillment-created.json' with { type: 'json' };
import update from '../../fixtures/shopify/fulfillment-updated.json' with { type: 'json' };
import event from '../../fixtures/shopify/fulfillment-event.json' with { type: 'json' };
import order from '../../fixtures/shopify/order-created.json' with { type: 'json' };
import refund from '../../fixtures/shopify/refund-created.json' with { type: 'json' };

/** Webhooks of Shopify's shape, written for these tests: Léa buys a teapot and two bowls. */
export const shopify = { order, fulfillment, update, event, refund };
