/**
 * An answer that AWS would give as an error. Whoever speaks a protocol turns it into that protocol's shape; `name` is
 * the exception's name as the SDKs know it.
 */
export class AwsError extends Error {
  override readonly name: string;
  readonly statusCode: number;
  /** Fields beside the message, such as the `Item` of a failed condition. */
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(name: string, message: string, statusCode = 400, fields: Record<string, unknown> = {}) {
    super(message);
    this.name = name;
    this.statusCode = statusCode;
    this.fields = fields;
  }
}

/** The one account and region in which the embedded stack pretends to run. */
export const account = '000000000000';
export const region = 'eu-west-1';

/** The ARN of something in them. */
export function arn(service: string, rest: string): string {
  return `arn:aws:${service}:${region}:${account}:${rest}`;
}
