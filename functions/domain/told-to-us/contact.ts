import * as z from 'zod/mini';
import type { Contact, Profile } from '../ports.ts';
import { email, phone } from '../people.ts';
import { oneLine } from './texts.ts';

const named = ({ email: address, phone: number, name }: Contact): boolean =>
  address !== undefined || number !== undefined || name !== undefined;

/** `PUT /customers/{id}`: what is left out stays as it was. */
export const contactBody = z.lazy(() =>
  z
    .object({ email: z.optional(email), phone: z.optional(phone), name: z.optional(oneLine) })
    .check(z.refine(named, 'name at least one of email, phone, name')),
);

const fields = ['email', 'phone', 'name'] as const;

/** The fields in which a customer is reached otherwise than before. */
export function changedFields(contact: Contact, known: Profile): string[] {
  return fields.filter((field) => contact[field] !== undefined && contact[field] !== known[field]);
}
