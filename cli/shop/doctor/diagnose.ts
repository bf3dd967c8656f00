import type { DeadLetters } from '../redrive/redrive.ts';
import { checkAlarms, checkDeadLetters, type KnownAlarm } from './check-alarms.ts';
import { checkAccount, checkSender, type MailAccount, type MailSettings, type SenderIdentity } from './check-mail.ts';
import { checkShops, type KnownShop } from './check-shops.ts';
import { checkBackups, checkTable, type KnownTable } from './check-table.ts';
import { judged, type Finding, type Read } from './finding.ts';

/** All that the doctor looks at. */
export interface Looked {
  readonly table: Read<KnownTable>;
  readonly isPointInTimeRecoveryOn: Read<boolean>;
  readonly shops: readonly KnownShop[];
  readonly account: Read<MailAccount>;
  /** By the address that mail is from: the identity that covers it, undefined where none does. */
  readonly senders: ReadonlyMap<string, Read<SenderIdentity | undefined>>;
  readonly alarms: Read<readonly KnownAlarm[]>;
  readonly deadLetters: Read<readonly DeadLetters[]>;
}

export interface Meant {
  readonly keepsData: boolean;
  readonly mail: MailSettings;
  readonly now: number;
}

/** What is well and what is not, one finding a line. */
export function diagnose(looked: Looked, { keepsData, mail, now }: Meant): Finding[] {
  const { table, isPointInTimeRecoveryOn, shops, account, senders, alarms, deadLetters } = looked;
  const ofSenders = [...senders].flatMap(([from, read]) => {
    const theirs = shops.filter((shop) => shop.from === from).map(({ shop }) => shop);
    return judged(`sender ${from}`, read, (identity) => [checkSender(from, theirs, identity, mail)]);
  });
  return [
    ...judged('table', table, (found) => [checkTable(found, keepsData)]),
    ...judged('backups', isPointInTimeRecoveryOn, (isOn) => [checkBackups(isOn)]),
    ...checkShops(shops, now),
    ...judged('SES account', account, (found) => checkAccount(found, mail)),
    ...ofSenders,
    ...judged('alarms', alarms, checkAlarms),
    ...judged('dead letters', deadLetters, checkDeadLetters),
  ];
}
