import { createRequire } from 'node:module';
import validations from 'dynalite/validations/index.js';
import { AwsError } from '../aws-error.ts';
import type { DynaliteAction, DynaliteError, DynaliteStore } from './dynalite-types.ts';
import { rememberParsed, type ParseExpression } from './parsed-expressions.ts';

const load = createRequire(import.meta.url);

interface Call {
  run: DynaliteAction;
  validation: { types: unknown; custom: unknown };
}

const operations: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DescribeTable',
  'DescribeTimeToLive',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
]);

const calls = new Map<string, Call>();

// dynalite's validations call its parsers through these modules.
for (const kind of ['condition', 'update']) {
  const parser: { parse: ParseExpression } = load(`dynalite/db/${kind}Parser`);
  parser.parse = rememberParsed(parser.parse);
}

/**
 * Runs one DynamoDB operation on a dynalite store, without HTTP between us and it.
 * @throws AwsError as DynamoDB would answer.
 */
export async function callDynalite(
  store: DynaliteStore,
  operation: string,
  input: unknown,
): Promise<Record<string, unknown>> {
  const call = callOf(operation);
  try {
    const checked = validations.checkTypes(input, call.validation.types);
    validations.checkValidations(checked, call.validation.types, call.validation.custom, store);
    return await new Promise((resolve, reject) => {
      call.run(store, checked, (error, output) => (error ? reject(error) : resolve(output ?? {})));
    });
  } catch (error) {
    throw asAwsError(error);
  }
}

function callOf(operation: string): Call {
  const known = calls.get(operation);
  if (known !== undefined) return known;
  if (operation.startsWith('Transact')) {
    throw new AwsError('ValidationException', `${operation}: the embedded DynamoDB has no transactions.`);
  }
  if (!operations.has(operation)) {
    throw new AwsError('UnknownOperationException', `The embedded DynamoDB has no ${operation}.`);
  }
  const file = `${operation[0]!.toLowerCase()}${operation.slice(1)}`;
  const run: DynaliteAction = load(`dynalite/actions/${file}`);
  const validation: Call['validation'] = load(`dynalite/validations/${file}`);
  const call = { run, validation };
  calls.set(operation, call);
  return call;
}

function asAwsError(error: unknown): unknown {
  if (!isDynaliteError(error) || error.body === undefined) return error;
  const name = error.body.__type.split('#').at(-1)!;
  return new AwsError(name, error.body.message ?? error.body.Message ?? '', error.statusCode ?? 400);
}

function isDynaliteError(error: unknown): error is DynaliteError {
  return error instanceof Error && 'body' in error;
}
