import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import type { EventBus } from './event-bus.ts';

const putEvents = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().min(1),
        DetailType: z.string().min(1),
        Detail: z.string(),
        Resources: z.array(z.string()).default([]),
        EventBusName: z.string().optional(),
      }),
    )
    .min(1)
    .max(10),
});

/** EventBridge's protocol, as far as the stack speaks it: `AWSEvents.PutEvents`. */
export function eventsApi(bus: EventBus): (operation: string, input: unknown) => object {
  return (operation, input) => {
    if (operation !== 'PutEvents') {
      throw new AwsError('UnknownOperationException', `The embedded EventBridge has no ${operation}.`);
    }
    const parsed = putEvents.safeParse(input);
    if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
    const entries = parsed.data.Entries.map((entry) => {
      const detail = jsonObject(entry.Detail);
      if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
      return { EventId: bus.put(entry.Source, entry.DetailType, detail, entry.Resources) };
    });
    return { FailedEntryCount: entries.filter((entry) => 'ErrorCode' in entry).length, Entries: entries };
  };
}

function jsonObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
