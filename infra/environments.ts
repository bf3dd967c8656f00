import type * as z from 'zod/mini';

type Parsed<Module extends { environment: z.core.$ZodType }> = z.infer<Module['environment']>;

/**
 * Every function of the stack, with the environment that its own schema parses: a variable that is missing, or that
 * nobody reads, does not compile.
 */
export interface Environments {
  'keep-shop': Parsed<typeof import('../functions/keep-shop/env.ts')>;
  'record-order': Parsed<typeof import('../functions/record-order/env.ts')>;
  'record-fact': Parsed<typeof import('../functions/record-fact/env.ts')>;
  'show-order': Parsed<typeof import('../functions/show-order/env.ts')>;
  'keep-customer': Parsed<typeof import('../functions/keep-customer/env.ts')>;
  'show-timeline': Parsed<typeof import('../functions/show-timeline/env.ts')>;
  'export-customer': Parsed<typeof import('../functions/export-customer/env.ts')>;
  'forget-customer': Parsed<typeof import('../functions/forget-customer/env.ts')>;
  'list-tasks': Parsed<typeof import('../functions/list-tasks/env.ts')>;
  'complete-task': Parsed<typeof import('../functions/complete-task/env.ts')>;
  'redeem-promo': Parsed<typeof import('../functions/redeem-promo/env.ts')>;
  'take-shopify': Parsed<typeof import('../functions/take-shopify/env.ts')>;
  'list-not-taken': Parsed<typeof import('../functions/list-not-taken/env.ts')>;
  'answer-customer': Parsed<typeof import('../functions/answer-customer/env.ts')>;
  'report-health': Parsed<typeof import('../functions/report-health/env.ts')>;
  'refuse-unknown': Parsed<typeof import('../functions/refuse-unknown/env.ts')>;
  relay: Parsed<typeof import('../functions/relay/env.ts')>;
  'send-message': Parsed<typeof import('../functions/send-message/env.ts')>;
  'project-timeline': Parsed<typeof import('../functions/project-timeline/env.ts')>;
  'mail-staff': Parsed<typeof import('../functions/mail-staff/env.ts')>;
  'mail-morning-list': Parsed<typeof import('../functions/mail-morning-list/env.ts')>;
  'send-offers': Parsed<typeof import('../functions/send-offers/env.ts')>;
  'resend-message': Parsed<typeof import('../functions/resend-message/env.ts')>;
  'erase-customer': Parsed<typeof import('../functions/erase-customer/env.ts')>;
  'note-mail': Parsed<typeof import('../functions/note-mail/env.ts')>;
  'note-execution-end': Parsed<typeof import('../functions/note-execution-end/env.ts')>;
  sweep: Parsed<typeof import('../functions/sweep/env.ts')>;
}

export type FunctionName = keyof Environments;
