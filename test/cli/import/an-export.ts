/** The columns of an export from Shopify's admin that anything is read from, in its order, among some that nobody reads. */
export const columns = [
  'Name',
  'Email',
  'Financial Status',
  'Paid at',
  'Fulfillment Status',
  'Fulfilled at',
  'Accepts Marketing',
  'Currency',
  'Subtotal',
  'Shipping',
  'Taxes',
  'Total',
  'Shipping Method',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
  'Lineitem requires shipping',
  'Lineitem fulfillment status',
  'Billing Name',
  'Billing Address1',
  'Billing City',
  'Billing Zip',
  'Billing Country',
  'Billing Phone',
  'Shipping Name',
  'Shipping Address1',
  'Shipping City',
  'Shipping Zip',
  'Shipping Country',
  'Shipping Phone',
  'Notes',
  'Cancelled at',
  'Payment Method',
  'Refunded Amount',
  'Id',
  'Source',
  'Phone',
  'Payment Terms Name',
] as const;

type Row = Partial<Record<(typeof columns)[number], string>>;

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as the admin writes them: what is not said is an empty cell. */
export function csvOf(rows: readonly Row[], header: readonly string[] = columns): string {
  const lines = rows.map((row) => header.map((column) => quoted(row[column as keyof Row] ?? '')).join(','));
  return [header.join(','), ...lines, ''].join('\n');
}

/** Anne's order of two lines, placed on a Monday evening. */
export const first: Row = {
  Name: '#1001',
  Email: 'anne@customers.example',
  'Financial Status': 'paid',
  'Paid at': '2026-11-23 18:00:05 +0100',
  'Fulfillment Status': 'unfulfilled',
  Currency: 'EUR',
  Subtotal: '79.00',
  Shipping: '4.90',
  Taxes: '13.98',
  Total: '83.90',
  'Shipping Method': 'Colissimo',
  'Created at': '2026-11-23 18:00:00 +0100',
  'Lineitem quantity': '1',
  'Lineitem name': 'Vase, "blue"\nlarge',
  'Lineitem price': '49.00',
  'Lineitem requires shipping': 'true',
  'Lineitem fulfillment status': 'pending',
  'Billing Name': 'Anne Petit',
  'Billing Address1': '3 quai Saint-Antoine',
  'Billing City': 'Lyon',
  'Billing Zip': "'69002",
  'Billing Country': 'FR',
  'Shipping Name': 'Anne Petit',
  'Shipping Address1': '3 quai Saint-Antoine',
  'Shipping City': 'Lyon',
  'Shipping Zip': "'69002",
  'Shipping Country': 'FR',
  'Shipping Phone': '+33 6 00 00 00 00',
  Notes: 'ring twice\nor\nthree times',
  'Payment Method': 'Shopify Payments',
  Id: '5811200034931',
  Source: 'web',
};

/** Its second row: only the line, under the same name. */
export const second: Row = {
  Name: '#1001',
  Email: 'anne@customers.example',
  'Created at': '2026-11-23 18:00:00 +0100',
  'Lineitem quantity': '2',
  'Lineitem name': 'Small bowl',
  'Lineitem price': '15.00',
  'Lineitem requires shipping': 'true',
  'Lineitem fulfillment status': 'pending',
};

/** Another order of one line. */
export const another = (id: string, more: Row = {}): Row => ({
  ...first,
  Name: `#${id}`,
  Id: id,
  'Lineitem name': 'Lamp',
  Email: `c${id}@customers.example`,
  ...more,
});
