/** What the page reads of the answers that api.md describes. */
export interface Settings {
  readonly name: string;
  readonly zone: string;
  readonly signatory?: { readonly name: string };
  readonly staff?: readonly { readonly name: string }[];
}

export interface OrderShown {
  readonly id: string;
  readonly number: string;
  readonly stage: string;
  readonly how?: string;
  readonly customer: { readonly id: string; readonly name: string; readonly email?: string };
  readonly promises: readonly PromiseShown[];
  readonly parcels: readonly {
    readonly parcel: string;
    readonly carrier: string | null;
    readonly status: string;
    readonly lines?: readonly { readonly id: string; readonly quantity: number }[];
  }[];
  readonly tasks: readonly TaskShown[];
  readonly cases: readonly {
    readonly case: string;
    readonly about: string;
    readonly owner?: string;
    readonly until: string;
    readonly outcome?: string;
  }[];
}

export interface PromiseShown {
  readonly promise: string;
  readonly parcel?: string;
  readonly until: string;
  readonly status: 'open' | 'kept' | 'moved' | 'broken';
  readonly warnedAt?: string;
}

export interface TaskShown {
  readonly task: string;
  readonly name: string;
  readonly dueAt: string;
  readonly level: number;
  readonly status: 'open' | 'done';
  readonly why: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly kind: string;
  readonly name: string;
  readonly order?: string;
  readonly sent?: boolean;
  readonly why?: string;
  readonly by?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface MailShown {
  readonly id: string;
  readonly message?: string;
  readonly order?: string;
  readonly to: string;
  readonly from: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
}

/** A stay in one state. */
export interface Stay {
  readonly name: string;
  readonly enteredAt: string;
  readonly leftAt?: string;
  readonly error?: string;
}

/** All about the order that is looked at. */
export interface Story {
  readonly order: OrderShown | undefined;
  readonly path: readonly Stay[];
  readonly timeline: readonly TimelineEntry[];
  readonly mails: { readonly customer: readonly MailShown[]; readonly staff: readonly MailShown[] };
}
