import { WrongOrders, type FoundOrder } from './found-order.ts';
import { ordersInCsv } from './orders-in-csv.ts';
import { ordersInJson } from './orders-in-json.ts';

/**
 * The orders in a file: JSON where it begins like JSON, else CSV, whatever it is called.
 * @throws WrongOrders where it cannot be read, or is no order export.
 */
export async function readOrders(path: string, readFile: (path: string) => Promise<string>): Promise<FoundOrder[]> {
  const text = await textOf(path, readFile);
  try {
    return /^\s*[[{]/.test(text.replace(/^\uFEFF/, '')) ? ordersInJson(text) : ordersInCsv(text);
  } catch (error) {
    if (error instanceof WrongOrders)
      throw new WrongOrders(`${path} was not used: ${error.message}.`, { cause: error });
    throw error;
  }
}

async function textOf(path: string, readFile: (path: string) => Promise<string>): Promise<string> {
  try {
    return await readFile(path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new WrongOrders(`${path} cannot be read: ${isMissing ? 'it does not exist' : String(error)}.`, {
      cause: error,
    });
  }
}
