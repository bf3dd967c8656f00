// What we use of dynalite's inside, which has no types of its own. The version is pinned exactly.

declare module 'dynalite/db/index.js' {
  import type { Dynalite } from './dynalite-types.ts';
  const db: Dynalite;
  export default db;
}

declare module 'dynalite/validations/index.js' {
  import type { DynaliteStore } from './dynalite-types.ts';
  const validations: {
    checkTypes(input: unknown, types: unknown): Record<string, unknown>;
    checkValidations(input: unknown, types: unknown, custom: unknown, store: DynaliteStore): void;
  };
  export default validations;
}
