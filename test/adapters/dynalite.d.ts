declare module 'dynalite' {
  import type { Server } from 'node:http';
  /** A DynamoDB on this machine; `createTableMs`: how long a new table takes to become active. */
  export default function dynalite(options?: { createTableMs?: number; path?: string }): Server;
}
