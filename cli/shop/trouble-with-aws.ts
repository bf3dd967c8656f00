const unreachable: readonly unknown[] = ['ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH'];

/** What the AWS SDK threw, in one line that says what to do; undefined where it is none of AWS's troubles. */
export function troubleWithAws(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  if (codeOf(error) === 'ECONNREFUSED') {
    return 'Nothing answers there. Is the embedded stack running (npm start)? Is the port right (--endpoint)?';
  }
  if (unreachable.includes(codeOf(error))) {
    return `AWS cannot be reached: ${message}. Is the region right (--region)?`;
  }
  if (message.includes('Region is missing')) return 'Which region? Set AWS_REGION, or --region <region>.';
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError') {
    return `No AWS credentials: ${message} (aws sso login, AWS_PROFILE, or --local for the embedded stack.)`;
  }
  if (error.name === 'ResourceNotFoundException') return 'There is no such table in this account and region.';
  if ('$fault' in error) return `AWS says ${error.name}: ${message}`;
  return undefined;
}

/** Connections to several addresses fail together. */
function codeOf(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
