import {
  taskReasons,
  type LeavingOrder,
  type Locale,
  type MorningLetter,
  type MorningTask,
} from '../../../messages/letter.ts';
import { goods, zone } from '../sample-values.ts';

/** Lists of the day, by what the day is like. */

const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+01:00`);
const [tuesday, thursday] = ['2026-11-24', '2026-11-26'];

export function morningLetters(locale: Locale): Readonly<Record<string, MorningLetter>> {
  const [towel, bowl, spoon] = goods(locale);
  const late: LeavingOrder = {
    number: '#1000',
    customer: 'Noé Lambert',
    goods: [bowl],
    by: { day: tuesday },
    late: true,
    warnedAt: at(tuesday, '18:00'),
  };
  const leaving: LeavingOrder = {
    number: '#1001',
    customer: 'Zoë Martin',
    goods: [towel, spoon],
    by: { instant: at(thursday, '15:30') },
    late: false,
  };
  const due: MorningTask = {
    why: 'call-about-delivery',
    order: '#1001',
    customer: { name: 'Zoë Martin', phone: '06 12 34 56 78' },
    dueAt: at(thursday, '17:00'),
    level: 1,
  };
  const overdue: MorningTask = { ...due, why: 'answer-case', dueAt: at(tuesday, '18:00'), level: 3 };
  const usual: MorningLetter = {
    message: 'morning-list',
    locale,
    zone,
    now: at(thursday, '09:00'),
    shop: { name: 'Maison Zéphyr', url: 'https://maison-zephyr.example' },
    reader: 'Ida Blanc',
    day: thursday,
    leaving: [late, leaving],
    moreLeaving: 0,
    overdue: [overdue],
    today: [due],
  };
  return {
    usual,
    oneToShip: { ...usual, leaving: [leaving], overdue: [], today: [] },
    twoLate: { ...usual, leaving: [late, { ...late, warnedAt: undefined }], overdue: [], today: [] },
    oneLate: { ...usual, leaving: [late], overdue: [], today: [] },
    oneTask: { ...usual, leaving: [], overdue: [], today: [due] },
    oneOverdue: { ...usual, leaving: [], overdue: [overdue], today: [] },
    twoOverdue: { ...usual, leaving: [], overdue: [overdue, overdue], today: [] },
    oneMore: { ...usual, moreLeaving: 1, today: Array.from({ length: 26 }, () => due) },
    everyReason: { ...usual, today: taskReasons.map((why) => ({ ...due, why })) },
    crowded: {
      ...usual,
      leaving: Array.from({ length: 25 }, () => late),
      moreLeaving: 140,
      overdue: Array.from({ length: 60 }, () => overdue),
      today: Array.from({ length: 60 }, () => due),
    },
  };
}
