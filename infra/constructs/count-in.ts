import { Stack } from 'aws-cdk-lib';
import { Stats, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface Counted {
  /** The lines that say it. */
  readonly message: string;
  /** The field with the number. */
  readonly field: string;
  /** What is counted: the metric is `<of><Field>` in the stack's namespace. */
  readonly of: string;
}

/** A metric of the numbers that lines of a log say. A line without the field says nothing; a zero counts. */
export function countIn(scope: Construct, logGroup: ILogGroup, { message, field, of }: Counted): Metric {
  const metricName = `${of}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  return new MetricFilter(scope, metricName, {
    logGroup,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.message', '=', message),
      FilterPattern.numberValue(`$.${field}`, '>=', 0),
    ),
    metricNamespace: Stack.of(scope).stackName,
    metricName,
    metricValue: `$.${field}`,
  }).metric({ statistic: Stats.SUM });
}
