import { engineError } from '../expressions/expression.ts';
import {
  compileTemplate,
  expressionsIn,
  halfExpressionIn,
  isExpression,
  type Template,
} from '../expressions/template.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { UnsupportedDefinition } from './unsupported-definition.ts';

/** Field names of the older query language: AWS would take them with `QueryLanguage: JSONPath`, we do not. */
const JSON_PATH_FIELDS = new Set(
  'InputPath OutputPath ResultPath ResultSelector Parameters Result ItemsPath Variable SecondsPath TimestampPath TimeoutSecondsPath HeartbeatSecondsPath ErrorPath CausePath'.split(
    ' ',
  ),
);

export type Readable = 'input' | 'result' | 'errorOutput' | 'context';

/**
 * One object of a definition, read field by field. What was not read when `done` is called is a field we do not know, and
 * refused by name.
 */
export class Fields {
  private readonly state: string | undefined;
  private readonly at: string;
  private readonly raw: JsonObject;
  private readonly read = new Set<string>();

  constructor(state: string | undefined, at: string, raw: unknown) {
    this.state = state;
    this.at = at;
    if (!isJsonObject(raw)) throw new UnsupportedDefinition(state, at || 'Type', 'must be an object');
    this.raw = raw;
  }

  refuse(field: string, why: string): UnsupportedDefinition {
    return new UnsupportedDefinition(this.state, `${this.at}${field}`, why);
  }

  has(field: string): boolean {
    return this.raw[field] !== undefined;
  }

  value(field: string): Json | undefined {
    this.read.add(field);
    return this.raw[field];
  }

  text(field: string): string | undefined {
    const value = this.value(field);
    if (value !== undefined && typeof value !== 'string') throw this.refuse(field, 'must be a string');
    return value;
  }

  needText(field: string): string {
    const value = this.text(field);
    if (value === undefined || value === '') throw this.refuse(field, 'is required');
    return value;
  }

  number(field: string, holds: (value: number) => boolean, must: string): number | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !holds(value)) throw this.refuse(field, `must be ${must}`);
    return value;
  }

  texts(field: string): string[] {
    const value = this.value(field);
    const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    if (!Array.isArray(value) || texts.length === 0 || texts.length !== value.length) {
      throw this.refuse(field, 'must be a non-empty array of strings');
    }
    return texts;
  }

  /** The objects of an array field, each to be read on its own; empty when the field is absent. */
  objects(field: string): Fields[] {
    const value = this.value(field);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.refuse(field, 'must be an array');
    return value.map((item, index) => new Fields(this.state, `${this.at}${field}[${index}].`, item));
  }

  /** A field that may hold expressions; `reads` says what of `$states` exists where it is evaluated. */
  template(field: string, reads: readonly Readable[]): Template | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    const template = this.compiled(field, value);
    for (const { expression, location } of expressionsIn(template)) {
      for (const name of expression.reads) {
        if (name !== '*' && !reads.some((readable) => readable === name)) {
          throw this.refuse(field, `$states.${name} does not exist in ${location}`);
        }
      }
      if (expression.readsInputDocument) {
        throw this.refuse(
          field,
          `${location} reads an input document, and there is none: begin with $states or a variable`,
        );
      }
      if (expression.names.has('eval')) throw this.refuse(field, '$eval does not exist on AWS; use $parse');
    }
    return template;
  }

  /** A whole number from `least`, or an expression for one. */
  wholeNumber(field: string, least: number, reads: readonly Readable[]): Template | undefined {
    const value = this.raw[field];
    if (typeof value === 'string' && isExpression(value)) return this.template(field, reads);
    const isWhole = (number: number) => Number.isInteger(number) && number >= least && number <= 99_999_999;
    this.number(field, isWhole, `a whole number from ${least} to 99999999, or an expression`);
    return this.template(field, reads);
  }

  /** A string or an expression for one. */
  textTemplate(field: string, reads: readonly Readable[]): Template | undefined {
    this.text(field);
    return this.template(field, reads);
  }

  done(): void {
    for (const field of Object.keys(this.raw)) {
      if (this.read.has(field)) continue;
      const jsonPath = JSON_PATH_FIELDS.has(field) || field.endsWith('.$');
      throw this.refuse(field, jsonPath ? 'belongs to JSONPath, only JSONata is supported' : 'is not supported');
    }
  }

  private compiled(field: string, value: Json): Template {
    const half = halfExpressionIn(value);
    if (half !== undefined) throw this.refuse(field, `'${half}' must begin with {% and end with %}, without spaces`);
    try {
      return compileTemplate(value, `${this.at}${field}`.replaceAll('.', '/'));
    } catch (error) {
      // The engine's errors have a code; any other is a mistake of ours.
      if (!isJsonObject(error) || error['code'] === undefined) throw error;
      throw this.refuse(field, `is not JSONata: ${engineError(error)}`);
    }
  }
}
