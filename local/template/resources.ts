import * as z from 'zod';
import { UnsupportedTemplate, type Template } from './assembly.ts';
import { kinds, nothingToRun, type Kind } from './kinds.ts';
import type { Resolver } from './resolve.ts';

/** A resource of a kind that runs here. */
export interface Found<Properties> {
  logicalId: string;
  properties: Properties;
}

/**
 * The resources of a template by kind, resolved.
 * @throws UnsupportedTemplate at once for a kind that is neither run nor known to need no running, and when a kind is
 * asked for whose properties are not all understood.
 */
export class Resources {
  private readonly template: Template;
  private readonly resolver: Resolver;

  constructor(template: Template, resolver: Resolver) {
    this.template = template;
    this.resolver = resolver;
    const known = new Set([...nothingToRun, ...Object.values(kinds).map(({ type }) => type)]);
    for (const [logicalId, { Type: type, Condition: condition }] of Object.entries(template.Resources)) {
      if (known.has(type) || !resolver.holds(condition)) continue;
      throw new UnsupportedTemplate(`${type} ${logicalId}: the embedded stack does not run this kind.`);
    }
  }

  all<Properties extends z.ZodType>(kind: Kind<Properties>): Array<Found<z.infer<Properties>>> {
    return Object.entries(this.template.Resources)
      .filter(([, resource]) => resource.Type === kind.type && this.resolver.holds(resource.Condition))
      .map(([logicalId, resource]) => {
        const parsed = kind.properties.safeParse(this.resolver.resolve(resource.Properties));
        if (parsed.success) return { logicalId, properties: parsed.data };
        const what = z.prettifyError(parsed.error);
        throw new UnsupportedTemplate(`${kind.type} ${logicalId}: the embedded stack cannot run it so.\n${what}`);
      });
  }
}
