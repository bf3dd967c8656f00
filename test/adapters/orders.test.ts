import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import { MemoryOrders } from '../../local/virtual/memory-orders.ts';
import { keepsOrders } from '../contracts/orders-contract.ts';
import { emptyTable } from '../functions/table-for-tests.ts';

keepsOrders('the table', async () => new OrdersTable(await emptyTable()));

keepsOrders('the memory', async () => new MemoryOrders());
