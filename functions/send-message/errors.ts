import { elsewhere } from '../domain/vocabulary.ts';

/** The errors that the workflow routes by name. */

/** A main-path message after which the facts stand elsewhere; its message is the answer, as JSON. */
export class Elsewhere extends Error {
  override readonly name = elsewhere;
}

/** Nobody can tell whether a mail went out. Retried; SES's own event settles it meanwhile. */
export class MessageUnsettled extends Error {
  override readonly name = 'MessageUnsettled';
}

/** SES takes no mail of ours now; the claim is withdrawn. Retried for as long as that lasts. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
}

/** SES takes all mail but this one; the claim is withdrawn. Retried over hours, for an address may be put right. */
export class MessageUnacceptable extends Error {
  override readonly name = 'MessageUnacceptable';
}

/** So many facts arrive that no judgement holds long enough to be claimed. Retried. */
export class OrderIsBusy extends Error {
  override readonly name = 'OrderIsBusy';
}

export class OrderUnknown extends Error {
  override readonly name = 'OrderUnknown';
}

/** The person it was about is erased: nothing more is said. Never leaves the messenger. */
export class OrderErased extends Error {
  override readonly name = 'OrderErased';
}

/** The shop took back a setting that every message carries. */
export class ShopUnready extends Error {
  override readonly name = 'ShopUnready';
}
