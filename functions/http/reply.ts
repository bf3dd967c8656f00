/** What a call is answered with. */
export interface Reply {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  /** Sent as JSON… */
  readonly json?: object | undefined;
  /** …or as a page. */
  readonly html?: string | undefined;
  /** Ids for the log: never a person. */
  readonly about?: { readonly [name: string]: string | undefined };
}

/** A fact is stored: where to see what came of it. */
export function accepted(order: string, fact: string, duplicate: boolean): Reply {
  return {
    status: 202,
    headers: { location: `/orders/${order}` },
    json: { order, fact, duplicate },
    about: { order, fact },
  };
}
