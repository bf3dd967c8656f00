/** Which function answers which call. `$default` is everything else. */
export const routes = {
  'keep-shop': ['PUT /shop', 'GET /shop'],
  'record-order': ['POST /orders'],
  'record-fact': [
    'PUT /orders/{id}',
    'POST /orders/{id}/payments',
    'POST /orders/{id}/shipments',
    'POST /orders/{id}/deliveries',
    'POST /orders/{id}/delays',
    'POST /orders/{id}/words',
    'PUT /orders/{id}/shipments/{parcel}',
    'POST /orders/{id}/stock-outs',
    'POST /orders/{id}/incidents',
    'POST /orders/{id}/choices',
    'POST /orders/{id}/cancellations',
    'POST /orders/{id}/refunds',
    'POST /orders/{id}/outcomes',
    'POST /orders/{id}/corrections',
  ],
  'resend-message': ['POST /orders/{id}/messages/{message}/resends', 'GET /orders/{id}/messages/{message}/preview'],
  'show-order': ['GET /orders/{id}'],
  'keep-customer': ['PUT /customers/{id}', 'PUT /customers/{id}/preferences'],
  'show-timeline': ['GET /customers/{id}/timeline'],
  'export-customer': ['GET /customers/{id}/export'],
  'forget-customer': ['DELETE /customers/{id}'],
  'list-tasks': ['GET /tasks'],
  'complete-task': ['POST /tasks/{task}/completions'],
  'redeem-promo': ['GET /promos/{code}', 'POST /promos/{code}/redemptions'],
  'take-shopify': ['POST /webhooks/shopify/{shop}'],
  'list-not-taken': ['GET /webhooks/not-taken'],
  'answer-customer': ['GET /c/{token}', 'HEAD /c/{token}', 'POST /c/{token}'],
  'report-health': ['GET /health'],
  'refuse-unknown': ['$default'],
} as const satisfies Record<string, readonly string[]>;

/** A function that answers HTTP. */
export type AnsweringFunction = keyof typeof routes;
