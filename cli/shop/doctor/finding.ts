/** `not here`: the embedded stack has nothing of the kind. */
export type Health = 'ok' | 'warning' | 'broken' | 'not here';

/** One line of the doctor's: what was looked at, how it is, and what to do about it. */
export interface Finding {
  readonly health: Health;
  readonly about: string;
  readonly says: string;
}

/** Something that could not be looked at. */
export class Unread {
  readonly health: Exclude<Health, 'ok'>;
  readonly why: string;

  constructor(health: Exclude<Health, 'ok'>, why: string) {
    this.health = health;
    this.why = why;
  }
}
export type Read<T> = T | Unread;

/** Judges what was read; what could not be read is one finding, and nobody takes it for health. */
export function judged<T>(about: string, read: Read<T>, judge: (found: T) => readonly Finding[]): readonly Finding[] {
  return read instanceof Unread ? [{ health: read.health, about, says: read.why }] : judge(read);
}

/** The first of these that applies; else all is well. */
export function firstOf(about: string, troubles: readonly (Omit<Finding, 'about'> | false)[], well: string): Finding {
  const trouble = troubles.find((each) => each !== false);
  return { about, ...(trouble === undefined ? { health: 'ok', says: well } : (trouble as Omit<Finding, 'about'>)) };
}
