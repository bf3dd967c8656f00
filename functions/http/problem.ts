import type { Recorded } from '../domain/told-to-us/record.ts';

/** A field that is wrong, by its JSON pointer; or the header or parameter that is. */
export type WrongField =
  | { readonly pointer: string; readonly detail: string }
  | { readonly header: string; readonly detail: string }
  | { readonly parameter: string; readonly detail: string };

/** Every way in which a call is refused, and what it answers (api.md, Errors). The one table of its kind. */
const problems = {
  'not-json': { status: 400, title: 'The body is not JSON' },
  'no-key': { status: 401, title: 'No key, or not one of ours' },
  'wrong-signature': { status: 401, title: 'The signature does not fit' },
  unknown: { status: 404, title: 'There is nothing here' },
  'not-offered': { status: 404, title: 'There is no such call' },
  taken: { status: 409, title: 'Somebody else had it' },
  expired: { status: 409, title: 'Its time is over' },
  'no-longer-true': { status: 409, title: 'It is no longer true' },
  'too-large': { status: 413, title: 'The body is too large' },
  'wrong-type': { status: 415, title: 'The body is of a type that is not taken here' },
  'wrong-fields': { status: 422, title: 'Something in the call is wrong' },
  'told-otherwise': { status: 422, title: 'It was told with another body before' },
  'key-used': { status: 422, title: 'The Idempotency-Key stands for something else' },
  'order-full': { status: 422, title: 'The order has more than its share of facts' },
  'shop-incomplete': { status: 422, title: 'The shop lacks settings that every message needs' },
  'foreign-form': { status: 403, title: 'The form comes from another site' },
  busy: { status: 503, title: 'Too much at once' },
  broken: { status: 500, title: 'Something on our side is broken' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemKind = keyof typeof problems;

/** A refusal, as it is thrown by whoever finds the reason and answered by the endpoint. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly errors: readonly WrongField[] | undefined;

  constructor(kind: ProblemKind, detail: string, errors?: readonly WrongField[]) {
    super(kind);
    this.kind = kind;
    this.detail = detail;
    this.errors = errors;
  }

  get status(): number {
    return problems[this.kind].status;
  }
}

/** RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly WrongField[] | undefined;
}

export function problemOf({ kind, detail, errors }: Refused): Problem {
  const { status, title } = problems[kind];
  return { type: `urn:shopkeeper:problem:${kind}`, title, status, detail, ...(errors === undefined ? {} : { errors }) };
}

/** The headers that belong to a problem besides its type. */
export function headersOf({ kind }: Refused): { readonly [name: string]: string } {
  if (kind === 'no-key') return { 'www-authenticate': 'Bearer realm="shopkeeper"' };
  return kind === 'busy' ? { 'retry-after': '2' } : {};
}

/** Another shop's things and things that never were are refused alike. */
export const unknown = (what: string): Refused => new Refused('unknown', `No such ${what}.`);

/** Throws what a refused fact answers. */
export function refuse(
  refused: Exclude<Recorded, { readonly result: 'recorded' | 'duplicate' | 'erased' | 'wrong' }>,
): never {
  switch (refused.result) {
    case 'conflict':
      throw new Refused('told-otherwise', `The fact ${refused.first} was told before with another body.`);
    case 'key-used':
      throw new Refused(
        'key-used',
        `This Idempotency-Key stands for the fact ${refused.first}, told with another body.`,
      );
    case 'full':
      throw new Refused('order-full', 'No more facts are taken for this order.');
  }
}
