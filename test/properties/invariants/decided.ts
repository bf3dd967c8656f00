import { judgePromises } from '../../../cli/simulate/judging/promises.ts';
import { crowdMs, isPlain, type Invariant } from './judge.ts';

/**
 * "No promise passes without the customer having been warned" (2), for lives in which things are decided: goods out of
 * stock or cancelled, cases settled, days changed, money awaited. The onlooker is the simulation's; where something was
 * broken meanwhile nobody can say from outside by when it had to be whole again.
 */
export const warnedWhateverIsDecided: Invariant = (record) => {
  const { order, placed, settings, disturbances } = record;
  if (order === undefined || placed === undefined || placed.history || isPlain(record)) return [];
  if (disturbances.length > 0 || !placed.mailable || Object.keys(settings.messages).length > 0) return [];
  const mails = record.mails.map(({ tags, at }) => ({ message: tags['message']!, key: tags['key']!, at }));
  const executions = { longest: 0, statesEntered: 0, failed: 0 };
  return judgePromises({ order, mails, executions, accepted: record.facts.length }, record.until, crowdMs)
    .filter(({ outcome }) => outcome === 'broken')
    .map(({ kind, parcels, until, told }) => {
      const what = [kind, ...parcels].join(' ');
      return `${what} by ${new Date(until).toISOString()} passed in silence (${told?.key ?? 'the order itself'})`;
    });
};
