/** What a state machine passes around. Values are never changed once made: states, history and variables share them. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON in `text`. Throws SyntaxError. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** "number", "object", "null"…: the words AWS uses when a value has the wrong type. */
export function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A payload on AWS is at most this many bytes of JSON in UTF-8. */
export const PAYLOAD_LIMIT_BYTES = 262_144;

/** Whether `value` as JSON is larger than the payload limit. */
export function exceedsPayloadLimit(value: Json): boolean {
  return exceedTogether([value], PAYLOAD_LIMIT_BYTES);
}

/**
 * Whether `values`, each as JSON, are together larger than so many bytes. Most are far below any limit, so a rough upper
 * bound is tried first: the text itself is only made for what could be too large.
 */
export function exceedTogether(values: readonly Json[], limitBytes: number): boolean {
  const atMost = values.reduce<number>((bytes, value) => bytes + roughUpperBound(value, limitBytes), 0);
  if (atMost <= limitBytes) return false;
  const texts = values.map((value) => Buffer.byteLength(JSON.stringify(value), 'utf8'));
  return texts.reduce((sum, bytes) => sum + bytes, 0) > limitBytes;
}

/** At least the bytes of `value` as JSON; stops counting once `enough` is passed. */
function roughUpperBound(value: Json, enough: number): number {
  // A UTF-16 unit becomes at most six bytes: a control character as \u0000.
  if (typeof value === 'string') return value.length * 6 + 2;
  if (typeof value !== 'object' || value === null) return 24;
  let bytes = 2;
  if (Array.isArray(value)) {
    for (const item of value) {
      bytes += roughUpperBound(item, enough) + 1;
      if (bytes > enough) return bytes;
    }
    return bytes;
  }
  for (const key in value) {
    bytes += key.length * 6 + 4 + roughUpperBound(value[key]!, enough);
    if (bytes > enough) return bytes;
  }
  return bytes;
}

/** Makes a value that is shared for good safe against whoever it is handed to. */
export function deepFreeze(value: Json): Json {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
