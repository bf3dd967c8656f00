/** What DynamoDB and the way to it answer when there is too much at once, or nobody there; and what passes by itself. */
const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionInProgressException',
  'ReplicatedWriteConflictException',
  'TimeoutError',
  'RequestTimeout',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  // While a release is being deployed, or taken back: the release that wrote it is about to be there.
  'NewerSchema',
]);

/** True where the same call may well succeed in a moment. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (passing.has(error.name)) return true;
  const { code, status } = seenFromOutside(error);
  return (code !== undefined && passing.has(code)) || (status !== undefined && status >= 500);
}

/** The code of an error of the network, and the HTTP status of one of AWS. */
function seenFromOutside(error: Error): { code?: string | undefined; status?: number | undefined } {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const metadata = '$metadata' in error && typeof error.$metadata === 'object' ? error.$metadata : undefined;
  const status =
    metadata !== null && metadata !== undefined && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined;
  return { code, status: typeof status === 'number' ? status : undefined };
}
