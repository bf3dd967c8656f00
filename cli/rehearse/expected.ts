import * as z from 'zod/mini';
import { fieldsWrongIn } from './issues.ts';

const when = /^(?:(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) )?([a-z]+(?:-[a-z]+)*)$/;

/** `2026-11-23 10:00 confirm-order`, on the shop's clock; or the message alone, whenever it comes. */
const mail = z.pipe(
  z.string().check(z.regex(when, 'a message with its hour, as 2026-11-23 10:00 confirm-order, or without')),
  z.transform((text: string) => {
    const [, at, message = ''] = when.exec(text) ?? [];
    return { at, message };
  }),
);

const mailWithWords = z.strictObject({
  mail,
  to: z.optional(z.string()),
  /** Words that stand in its text. */
  says: z.optional(z.array(z.string())),
  /** Words that stand nowhere in it. */
  never: z.optional(z.array(z.string())),
});

/** What a story must come to, as the charter promises it: what is left out is not checked. */
export const expectSchema = z.strictObject({
  mails: z.optional(
    z.array(
      z.pipe(
        z.unknown().check(
          z.check((given) => {
            const { error } = mailSchemaFor(given.value).safeParse(given.value);
            for (const { path, detail } of fieldsWrongIn(error?.issues ?? []))
              given.issues.push({ code: 'custom', input: given.value, path: [...path], message: detail });
          }),
        ),
        z.transform((given: unknown): ExpectedMail => {
          if (typeof given === 'string') return z.parse(mail, given);
          const { mail: named, ...words } = z.parse(mailWithWords, given);
          return { ...named, ...words };
        }),
      ),
    ),
  ),
  /** How the order ended: received, silent, handed-to-staff … */
  ended: z.optional(z.string()),
  /** Where it stands, if it has not ended. */
  stands: z.optional(z.string()),
  tasks: z.optional(
    z.array(
      z.strictObject({
        task: z.string(),
        level: z.optional(z.int()),
        status: z.optional(z.enum(['open', 'done'])),
      }),
    ),
  ),
  promises: z.optional(
    z.array(
      z.strictObject({
        promise: z.string(),
        parcel: z.optional(z.string()),
        status: z.enum(['open', 'kept', 'moved', 'broken']),
      }),
    ),
  ),
});
export type Expected = z.infer<typeof expectSchema>;

export interface ExpectedMail {
  /** `YYYY-MM-DD HH:MM` on the shop's clock. */
  readonly at: string | undefined;
  readonly message: string;
  readonly to?: string | undefined;
  readonly says?: readonly string[] | undefined;
  readonly never?: readonly string[] | undefined;
}

/** A mail is one word, or one with more about it: what is wrong is said of the one that was meant. */
function mailSchemaFor(given: unknown): z.ZodMiniType {
  return typeof given === 'string' ? mail : mailWithWords;
}
