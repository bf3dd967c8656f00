import { factsBy, isPlain, latest, promisesMade, said, type Invariant } from './judge.ts';

/** Where several things fall due in one second, the execution takes a breath for each. */
const crowdMs = 5000;

/**
 * "A case is answered, given a dated word by a person, or escalated within 48 h" (7): by the instant that the customer was
 * promised an answer there is an outcome, a word about the case, or a person who has it.
 */
export const answeredInTime: Invariant = (record) =>
  isPlain(record) || wasTakenBack(record)
    ? []
    : promisesMade(record).flatMap(({ made, at, key, caseId }) => {
        if (made.promise !== 'answer') return [];
        const by = latest(record, Math.max(made.until, at) + crowdMs);
        if (record.until < by) return [];
        const tasks = (record.order?.told ?? []).flatMap((told) =>
          told.case?.id === caseId ? (told.task?.task ?? []) : [],
        );
        const isEnded = factsBy(record, by).some((fact) => {
          if (fact.name === 'outcome') return fact.case === caseId;
          if (fact.name === 'completion') return tasks.includes(fact.task);
          return fact.name === 'word' && fact.word === 'received';
        });
        const isSpokenOf = said(record).some(
          ({ told, at: saidAt }) =>
            saidAt >= at &&
            saidAt <= by &&
            told.key !== key &&
            (told.case?.id === caseId || told.message === 'hand-to-staff' || told.task?.why === 'unstick-order'),
        );
        return isEnded || isSpokenOf
          ? []
          : [`${caseId} was promised an answer by ${new Date(made.until).toISOString()} (${key})`];
      });

/** "A refund confirmed or escalated within 2 days" (7): money has come back, or the customer was told, or a person has it. */
export const paidBackInTime: Invariant = (record) =>
  wasTakenBack(record)
    ? []
    : promisesMade(record).flatMap(({ made, at, key }) => {
        if (made.promise !== 'refund') return [];
        const by = latest(record, Math.max(made.until, at) + crowdMs);
        if (record.until < by) return [];
        const isPaid = factsBy(record, by).some((fact) => fact.name === 'refund');
        const isSpokenOf = said(record).some(
          ({ told, at: saidAt }) =>
            saidAt >= at && saidAt <= by && told.key !== key && spokenOf(told.message, told.task?.why, told.promises),
        );
        return isPaid || isSpokenOf
          ? []
          : [`money promised by ${new Date(made.until).toISOString()} was forgotten (${key})`];
      });

function spokenOf(
  message: string,
  why: string | undefined,
  promises: readonly { readonly promise: string }[],
): boolean {
  return (
    message === 'escalate-refund' ||
    message === 'hand-to-staff' ||
    why === 'unstick-order' ||
    promises.some(({ promise }) => promise === 'refund')
  );
}

/** What rested on a fact that was a mistake binds nobody any more; what still does only the decisions know. */
const wasTakenBack = ({ facts }: Parameters<Invariant>[0]): boolean =>
  facts.some(({ fact }) => fact.name === 'correction');
