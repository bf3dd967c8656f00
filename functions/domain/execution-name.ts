/** `{shop}.{order}`, and `{shop}.{order}.2`, `.3` … when an order is taken up again (api.md). */
export function executionName(shop: string, order: string, run: number): string {
  return run === 1 ? `${shop}.${order}` : `${shop}.${order}.${run}`;
}

export function executionOf(name: string): { shop: string; order: string; run: number } | undefined {
  const parts = /^([a-z0-9-]{1,12})\.([A-Za-z0-9_-]{1,64})(?:\.(\d+))?$/.exec(name);
  return parts === null ? undefined : { shop: parts[1]!, order: parts[2]!, run: Number(parts[3] ?? 1) };
}
