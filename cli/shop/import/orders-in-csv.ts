import { CsvError, parse } from 'csv-parse/sync';
import { WrongOrders, type FoundOrder } from './found-order.ts';

/**
 * Orders as Shopify's admin exports them (Orders → Export): one row per line of an order, and what belongs to the order
 * as a whole on the first of its rows only. A cell may hold line breaks.
 * @throws WrongOrders where it is no such export.
 */
export function ordersInCsv(text: string): FoundOrder[] {
  const rows = rowsIn(text);
  const orders: Row[][] = [];
  for (const row of rows) {
    const current = orders.at(-1);
    const isMore = current?.[0]!.cells['Name'] === row.cells['Name'];
    if (isMore) current!.push(row);
    else orders.push([row]);
  }
  return orders.map((of) => foundIn(of));
}

type Cells = { readonly [column: string]: string | undefined };
interface Row {
  /** As a spreadsheet counts. */
  readonly number: number;
  readonly cells: Cells;
}

/** Without these nobody could tell what was ordered by whom. */
const needed = ['Name', 'Created at', 'Total', 'Currency', 'Lineitem name', 'Lineitem quantity'];

function rowsIn(text: string): Row[] {
  let records: Cells[];
  try {
    records = parse<Cells>(text, { bom: true, columns: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) throw new WrongOrders(`it cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
  const lacks = needed.filter((column) => !Object.hasOwn(records[0] ?? {}, column));
  if (lacks.length > 0) throw new WrongOrders(`it is no order export of Shopify: it lacks ${lacks.join(', ')}`);
  // The first row is that of the columns' names.
  return records.map((cells, index) => ({ number: index + 2, cells }));
}

function foundIn(rows: readonly Row[]): FoundOrder {
  const { cells } = rows[0]!;
  const order = orderIn(cells, rows);
  return {
    order,
    rest: shippedIn(order, rows),
    where: (path) => ({
      row: rows[Number(path[0] === 'lines' ? path[1] : 0)]?.number ?? rows[0]!.number,
      field: columnOf(path),
    }),
  };
}

function orderIn(cells: Cells, rows: readonly Row[]) {
  const of = (column: string): string | undefined => filled(cells[column]);
  return {
    id: of('Id') ?? of('Name')?.replaceAll(/[^A-Za-z0-9_-]/g, ''),
    name: of('Name'),
    created_at: instantIn(of('Created at')),
    cancelled_at: instantIn(of('Cancelled at')),
    financial_status: of('Financial Status')?.toLowerCase(),
    fulfillment_status: of('Fulfillment Status')?.toLowerCase(),
    fulfilled_at: instantIn(of('Fulfilled at')),
    payment_gateway_names: (of('Payment Method') ?? '').split(' + '),
    payment_terms: of('Payment Terms Name') === undefined ? undefined : {},
    email: of('Email'),
    phone: of('Phone'),
    source_name: of('Source'),
    currency: of('Currency'),
    total_price: of('Total'),
    shipping_lines: of('Shipping Method') === undefined ? [] : [{ title: of('Shipping Method') }],
    billing_address: addressIn(cells, 'Billing'),
    shipping_address: addressIn(cells, 'Shipping'),
    line_items: rows.map((row, index) => lineIn(row.cells, index, hasTaxInPrices(cells))),
  };
}

/** The export has no ids of lines: they are numbered. */
function lineIn(cells: Cells, index: number, hasTax: boolean) {
  const quantity = Number(cells['Lineitem quantity'] || Number.NaN);
  return {
    id: `line-${index + 1}`,
    name: filled(cells['Lineitem name']),
    quantity: Number.isNaN(quantity) ? undefined : quantity,
    price: hasTax ? filled(cells['Lineitem price']) : undefined,
    requires_shipping: cells['Lineitem requires shipping'] === 'false' ? false : undefined,
  };
}

/** Prices bear the tax where it adds nothing to the total; where it does, nobody can tell a unit's. */
function hasTaxInPrices(cells: Cells): boolean {
  const [subtotal = 0, shipping = 0, taxes = 0, total = 0] = ['Subtotal', 'Shipping', 'Taxes', 'Total'].map((column) =>
    Number(cells[column] || 0),
  );
  return taxes === 0 || Math.abs(subtotal + shipping + taxes - total) > Math.abs(subtotal + shipping - total);
}

/**
 * One parcel for all that has left. Of an order that left in part the export names no day, and an old order must not be
 * taken up by a fact of today: that is told only with its day.
 */
function shippedIn(order: ReturnType<typeof orderIn>, rows: readonly Row[]): FoundOrder['rest'] {
  const shipped = rows.flatMap(({ cells }, index) =>
    cells['Lineitem fulfillment status'] === 'fulfilled' ? [order.line_items[index]!] : [],
  );
  if (shipped.length === 0 || order.fulfilled_at === undefined) return [];
  const payload = { id: 'parcel-1', order_id: order.id, created_at: order.fulfilled_at, line_items: shipped };
  return [{ topic: 'fulfillments/create', payload }];
}

function addressIn(cells: Cells, whose: 'Billing' | 'Shipping'): object | undefined {
  const of = (part: string): string | undefined => filled(cells[`${whose} ${part}`]);
  const address = {
    name: of('Name'),
    company: of('Company'),
    address1: of('Address1') ?? of('Street'),
    address2: of('Address2'),
    // Written so that spreadsheets leave it alone.
    zip: of('Zip')?.replace(/^'/, ''),
    city: of('City'),
    province: of('Province Name') ?? of('Province'),
    country: of('Country'),
    phone: of('Phone')?.replace(/^'/, ''),
  };
  const { name: _, phone: _phone, ...place } = address;
  return Object.values(place).some((part) => part !== undefined) ? address : undefined;
}

const filled = (cell: string | undefined): string | undefined => (cell?.trim() === '' ? undefined : cell?.trim());

/** `2025-10-07 09:50:26 +0200` → ISO 8601; anything else as it is, for whoever judges it. */
function instantIn(cell: string | undefined): string | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2}):?(\d{2})$/.exec(cell ?? '');
  return parts === null
    ? cell?.replace(/ UTC$/, 'Z').replace(' ', 'T')
    : `${parts[1]}T${parts[2]}${parts[3]}:${parts[4]}`;
}

const columns: { readonly [field: string]: string | undefined } = {
  id: 'Id',
  number: 'Name',
  placedAt: 'Created at',
  total: 'Total',
  'total/currency': 'Currency',
  customer: 'Email',
  'customer/name': 'Billing Name',
  lines: 'Lineitem name',
  'lines/title': 'Lineitem name',
  'lines/quantity': 'Lineitem quantity',
  'lines/price': 'Lineitem price',
};

/** The column from which a field of the order comes. */
function columnOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string');
  for (let length = names.length; length > 0; length -= 1) {
    const column = columns[names.slice(0, length).join('/')];
    if (column !== undefined) return column;
  }
  return names.join('/');
}
