import { UnsupportedTemplate } from './assembly.ts';
import type { StackDescription } from './stack-description.ts';

/**
 * Everything that is to reach a function, a queue or a stream names one of this stack. Whether EventBridge may send to a
 * queue stands in the queue's own policy, which is not read here: the targets of its rules are functions.
 * @throws UnsupportedTemplate naming what does not.
 */
export function checkWiring(description: StackDescription): void {
  const targets = new Set(description.functions.map(({ arn }) => arn));
  const wanted = [
    ...description.routes.map(({ routeKey, functionArn }) => [routeKey, functionArn] as const),
    ...description.rules.flatMap((rule) => rule.targets.map(({ arn }) => [rule.name, arn] as const)),
  ];
  for (const [who, arn] of wanted) {
    if (!targets.has(arn)) throw new UnsupportedTemplate(`${who}: ${arn} is no function of this stack.`);
  }
  const sources = new Set([
    ...description.queues.map(({ arn }) => arn),
    ...description.tables.map(({ stream }) => stream?.arn),
  ]);
  for (const { functionName, sourceArn } of description.mappings) {
    if (!sources.has(sourceArn))
      throw new UnsupportedTemplate(`${functionName} reads from ${sourceArn}, which is not here.`);
  }
}
