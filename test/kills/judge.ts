/** An order at the end of it all, as the shop's API, its mailbox and its table have it. */
export interface Found {
  readonly id: string;
  /** The facts that were answered 202. */
  readonly accepted: readonly string[];
  /** Those on record, with what became of each: a fact without a fate was never seen to. */
  readonly facts: readonly { readonly fact: string; readonly fate?: string | undefined }[];
  /** Everything was told at once, so that between the first message and the last some are overtaken. */
  readonly isInHurry: boolean;
  readonly how: string | undefined;
  /** The messages of the mails that went to the customer, in the order in which they went out. */
  readonly mails: readonly string[];
  /** How often the table says that a message was handed over again, because nobody could tell whether it had gone out. */
  readonly resent: { readonly [message: string]: number };
}

export interface Verdict {
  readonly lost: readonly string[];
  readonly troubles: readonly string[];
  /** Mails that came twice and are counted as such: the published window. */
  readonly twice: number;
}

/** No accepted fact is lost, each order came to its end, and each message went out once, or again and counted. */
export function judge(found: readonly Found[], conversation: readonly string[]): Verdict {
  const lost: string[] = [];
  const troubles: string[] = [];
  let twice = 0;
  for (const { id, accepted, facts, isInHurry, how, mails, resent } of found) {
    for (const fact of accepted) if (!facts.some((known) => known.fact.startsWith(fact))) lost.push(`${id}: ${fact}`);
    if (how !== 'received') troubles.push(`${id} ended as ${how ?? 'nothing: it goes on'}`);
    for (const { fact, fate } of facts) if (fate === undefined) troubles.push(`${id}: nobody saw to ${fact}`);
    const first = mails.filter((message, index) => mails.indexOf(message) === index);
    const due = conversation.filter(
      (message, index) => !isInHurry || index === 0 || index === conversation.length - 1 || first.includes(message),
    );
    if (first.join() !== due.join()) troubles.push(`${id}: the customer was told ${mails.join(', ')}`);
    for (const message of first) {
      const more = mails.filter((one) => one === message).length - 1;
      twice += more;
      if (more > (resent[message] ?? 0))
        troubles.push(`${id}: ${message} came ${more + 1} times, and nobody counted it`);
    }
  }
  return { lost, troubles, twice };
}
