import type { Locale, Particulars } from '../../messages/letter.ts';
import { euros, goods, parcel } from './sample-values.ts';
import type { VariantsOf } from './usual-samples.ts';

type TroubleMessage =
  | 'warn-delivery-incident'
  | 'announce-pickup'
  | 'remind-pickup'
  | 'announce-progress'
  | 'announce-settlement'
  | 'announce-refund'
  | 'escalate-refund';

/** What parcels on bad days, problems and money that comes back are written about. */
export function troubleVariants(locale: Locale): VariantsOf<TroubleMessage> {
  const [towel, bowl, spoon] = goods(locale);
  const english = locale === 'en';
  const answerBy = { instant: Date.parse('2026-11-26T10:30:00+01:00') };
  const inHand = { owner: 'Ida Blanc', answerBy };
  const one = parcel(locale);
  const bare = { goods: [spoon] };
  const pickup: Particulars['announce-pickup'] = {
    parcel: one,
    name: 'Tabac du Port',
    address: '9 quai Ouest\n31000 Toulouse',
    keptUntil: { day: '2026-12-05' },
  };
  const text = english
    ? 'The kiln is firing your bowl tonight.\nI will send you a photo before it leaves.'
    : 'Votre bol est au four cette nuit.\nJe vous enverrai une photo avant son départ.';
  const settled: Particulars['announce-settlement'] = {
    about: 'damaged',
    owner: 'Ida Blanc',
    outcome: 'answered',
    text,
  };
  const progress: Particulars['announce-progress'] = { about: 'damaged', owner: 'Ida Blanc', text, answerBy };
  const refunded: Particulars['announce-refund'] = {
    amount: euros(8700),
    means: english ? 'bank card' : 'carte bancaire',
    refundedAt: Date.parse('2026-11-24T09:00:00+01:00'),
  };
  const late: Particulars['escalate-refund'] = {
    refund: { amount: euros(8700), by: answerBy },
    owner: 'Ida Blanc',
    times: 1,
  };
  return {
    'warn-delivery-incident': {
      failedAttempt: { kind: 'failed-attempt', parcel: one, note: english ? 'No name at the door' : 'Nom absent' },
      failedAttemptBare: { kind: 'failed-attempt', parcel: bare },
      customs: { kind: 'customs', parcel: one },
      damaged: { kind: 'damaged', parcel: one, note: english ? 'Box crushed' : 'Carton écrasé', case: inHand },
      lost: { kind: 'lost', parcel: one, case: inHand },
      returned: { kind: 'returned', parcel: one, case: inHand },
      refused: { kind: 'refused', parcel: bare, case: inHand },
      lostWithoutCase: { kind: 'lost', parcel: one },
    },
    'announce-pickup': { known: pickup, bare: { parcel: bare, keptUntil: { day: '2026-12-05' } } },
    'remind-pickup': {
      known: { ...pickup, asked: false },
      asked: { ...pickup, asked: true },
      bare: { parcel: bare, keptUntil: { day: '2026-11-26' }, asked: false },
      bareAsked: { parcel: bare, keptUntil: { day: '2026-11-26' }, asked: true },
    },
    'announce-progress': {
      damaged: progress,
      wrong: { ...progress, about: 'wrong' },
      missing: { ...progress, about: 'missing' },
      return: { ...progress, about: 'return' },
      other: { ...progress, about: 'other' },
    },
    'announce-settlement': {
      answered: settled,
      return: { ...settled, about: 'return' },
      refund: { ...settled, about: 'wrong', outcome: 'refund', refund: { amount: euros(3200), by: answerBy } },
      refundUnknown: { ...settled, about: 'other', outcome: 'refund', refund: { by: answerBy } },
      replacement: {
        ...settled,
        about: 'missing',
        outcome: 'replacement',
        replacement: { goods: [towel, bowl], leavesBy: { day: '2026-11-27' }, withYouBy: { day: '2026-12-02' } },
      },
      promo: {
        ...settled,
        promo: { code: 'MERCI-7Q2K', discount: { percent: 10 }, validUntil: { day: '2027-01-23' } },
      },
    },
    'announce-refund': {
      whole: refunded,
      withoutMeans: { ...refunded, means: undefined },
      rest: { ...refunded, rest: { amount: euros(1450), by: answerBy } },
      restUnknown: { ...refunded, rest: { by: answerBy } },
      dollars: { ...refunded, amount: { amount: 123_456, currency: 'USD' } },
      yen: { ...refunded, amount: { amount: 3600, currency: 'JPY' } },
    },
    'escalate-refund': {
      first: late,
      again: { ...late, times: 2 },
      unknown: { ...late, refund: { by: answerBy } },
      unknownAgain: { ...late, refund: { by: answerBy }, times: 3 },
    },
  };
}
