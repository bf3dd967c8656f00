import * as z from 'zod';
import { AwsError } from '../aws-error.ts';

/** @throws AwsError `SerializationException` where a call does not say what it is about. */
export function read<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AwsError('SerializationException', z.prettifyError(parsed.error));
  return parsed.data;
}
