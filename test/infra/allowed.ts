import { wildcard } from '../../local/iam/wildcard.ts';
import type { Statement } from './synthesised.ts';

/** A call of AWS, as far as a policy looks at it. */
export interface AwsCall {
  /** `dynamodb:GetItem` */
  readonly action: string;
  /** As in a statement: `${OrdersTable.Arn}`. */
  readonly resource: string;
  /** The partition key that it is about; none for what is no item. */
  readonly leadingKey?: string | undefined;
}

/** Whether one of the statements lets the call pass, as IAM would judge it. */
export function isAllowed(statements: readonly Statement[], { action, resource, leadingKey }: AwsCall): boolean {
  return statements.some(
    ({ actions, resources, like, unlike }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      resources.some((pattern) => matches(pattern, resource)) &&
      // ForAllValues holds where there is no value.
      (leadingKey === undefined || like === undefined || like.some((pattern) => matches(pattern, leadingKey))) &&
      (leadingKey === undefined || unlike === undefined || !unlike.some((pattern) => matches(pattern, leadingKey))),
  );
}

const matches = (pattern: string, value: string): boolean => wildcard(pattern)(value);
