import type { Table } from './table.ts';

/** Why something a shop's other software told us could not be used. Ids only: what it said about persons is not kept. */
export interface NotTaken {
  readonly id: string;
  readonly at: number;
  readonly topic: string;
  readonly why: string;
  readonly order?: string | undefined;
}

const keptSeconds = 30 * 24 * 3600;

/** The list "not taken" of a shop (api.md), kept for a month. The same thing told again stays one entry. */
export class NotTakenTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async put(shop: string, { id, at, ...rest }: NotTaken): Promise<void> {
    const instant = new Date(at).toISOString();
    await this.table.put({
      pk: `SHOP#${shop}#NOT-TAKEN`,
      sk: `${instant}#${id}`,
      at: instant,
      ...rest,
      expires: Math.floor(at / 1000) + keptSeconds,
    });
  }
}
