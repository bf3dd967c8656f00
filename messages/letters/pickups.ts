import type { Particulars } from '../letter.ts';
import { asShown, limits, show, showLines, type Shown } from '../shown.ts';
import { whenToCollect, whereToCollect } from './collection.ts';
import { showParcels, type ParcelsView } from './goods.ts';
import { fact, named, promised, type Fact, type Mail, type Writing } from './writing.ts';

export type PickupMail = Mail & ParcelsView;

/** Good news: the parcel waits at a pickup point. Nobody is asked whether it arrived meanwhile. */
export function announcePickup(body: Particulars['announce-pickup'], writing: Writing): PickupMail {
  const { words, order, format } = writing;
  const say = words.mails['announce-pickup'];
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening({ name: nameOf(body), by: format.promise(body.keptUntil) })],
    facts: whereAndUntil(body, writing),
    button: words.common.seeOrder,
    ...showParcels(writing, [body.parcel], { day: false, link: true }),
    next: [...whenIn(body, writing), say.next, say.nextCannot],
  };
}

/** It is still there: said once before its time is over, or when the customer tells us that it has not arrived. */
export function remindPickup(body: Particulars['remind-pickup'], writing: Writing): PickupMail {
  const { words, order, format } = writing;
  const say = words.mails['remind-pickup'];
  // It was the buyer who asked; to whoever receives a gift it is a reminder.
  const asked = body.asked && writing.giftOf === undefined;
  return {
    subject: say.subject({ order, asked }),
    title: say.title(asked),
    paragraphs: [say.opening({ name: nameOf(body), asked, by: format.promise(body.keptUntil) })],
    facts: whereAndUntil(body, writing),
    button: words.common.seeOrder,
    ...showParcels(writing, [body.parcel], { day: false, link: true }),
    next: [...whenIn(body, writing), words.mails['announce-pickup'].next, say.afterwards],
  };
}

type Place = Pick<Particulars['announce-pickup'], 'name' | 'address' | 'keptUntil'>;

function nameOf({ name }: Place): Shown | undefined {
  const shown = show(name ?? '');
  return shown === '' ? undefined : shown;
}

/** Of the shop itself we know when it opens. */
function whenIn(place: Place, writing: Writing): readonly Shown[] {
  return isElsewhere(place) ? [] : whenToCollect(writing);
}

function isElsewhere({ name, address }: Place): boolean {
  return name !== undefined || address !== undefined;
}

function whereAndUntil(place: Place, writing: Writing): readonly Fact[] {
  const say = writing.words.mails['announce-pickup'];
  // In the shop itself, unless another place is named.
  if (writing.collect !== undefined && !isElsewhere(place)) {
    return [...whereToCollect(writing), ...promised(writing, writing.words.common.keptUntil, place.keptUntil)];
  }
  const address = asShown(showLines(place.address ?? '', { limit: limits.address * 2, lines: 6 }).join(', '));
  return [
    ...named(writing, say.where, place.name, limits.name),
    ...(address === '' ? [] : [fact(writing, say.address, address)]),
    ...promised(writing, writing.words.common.keptUntil, place.keptUntil),
  ];
}
