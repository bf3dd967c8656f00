/** A route of an HTTP API, ready to be matched. */
export interface Route<Target> {
  routeKey: string;
  target: Target;
}

export interface Match<Target> {
  route: Route<Target>;
  pathParameters: Record<string, string>;
}

interface Compiled<Target> {
  route: Route<Target>;
  method: string;
  segments: string[];
  /** Greater is more specific, compared segment by segment. */
  rank: number[];
}

/**
 * Matches requests as an HTTP API does: a full match before a path variable before a greedy one, a method before `ANY`,
 * and `$default` last.
 */
export class Routes<Target> {
  private readonly compiled: Array<Compiled<Target>>;
  private readonly fallback: Route<Target> | undefined;

  constructor(routes: ReadonlyArray<Route<Target>>) {
    this.fallback = routes.find(({ routeKey }) => routeKey === '$default');
    this.compiled = routes
      .filter(({ routeKey }) => routeKey !== '$default')
      .map(compile)
      .sort((left, right) => compareRanks(right, left));
  }

  /** @param path as it was sent, still percent-encoded, without a query */
  match(method: string, path: string): Match<Target> | undefined {
    const segments = path.split('/').slice(1);
    for (const candidate of this.compiled) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const pathParameters = parametersOf(candidate.segments, segments);
      if (pathParameters !== undefined) return { route: candidate.route, pathParameters };
    }
    return this.fallback && { route: this.fallback, pathParameters: {} };
  }
}

const isGreedy = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('+}');
const isVariable = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('}');

function compile<Target>(route: Route<Target>): Compiled<Target> {
  const [method = '', path = ''] = route.routeKey.split(' ');
  const segments = path.split('/').slice(1);
  return { route, method, segments, rank: segments.map((each) => (isGreedy(each) ? 0 : isVariable(each) ? 1 : 2)) };
}

function compareRanks<Target>(left: Compiled<Target>, right: Compiled<Target>): number {
  for (let at = 0; at < Math.max(left.rank.length, right.rank.length); at += 1) {
    const difference = (left.rank[at] ?? -1) - (right.rank[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return Number(left.method !== 'ANY') - Number(right.method !== 'ANY');
}

function parametersOf(pattern: string[], segments: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const given = segments[at];
    if (given === undefined) return undefined;
    if (isGreedy(wanted)) {
      const rest = segments.slice(at).join('/');
      if (rest === '') return undefined;
      parameters[wanted.slice(1, -2)] = decode(rest);
      return parameters;
    }
    if (isVariable(wanted)) {
      if (given === '') return undefined;
      parameters[wanted.slice(1, -1)] = decode(given);
    } else if (decode(given) !== wanted) return undefined;
  }
  return segments.length === pattern.length ? parameters : undefined;
}

/** Undoes percent-encoding; what is none at all is taken as it stands. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
