import { createHash } from 'node:crypto';

/** What Lambda puts into a function's environment for it to sign with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/**
 * The credentials of a function's role. They are the same at every start, and look like those of AWS; signatures are not
 * checked here, so that the key's id alone says who calls.
 */
export function credentialsOf(functionArn: string): Credentials {
  const digest = createHash('sha256').update(functionArn).digest('hex').toUpperCase();
  return { accessKeyId: `ASIA${digest.slice(0, 16)}`, secretAccessKey: 'local', sessionToken: 'local' };
}

/** The id of the key that a request is signed with. */
export function signerOf(authorization: string | undefined): string | undefined {
  return /Credential=(\w+)\//.exec(authorization ?? '')?.[1];
}
