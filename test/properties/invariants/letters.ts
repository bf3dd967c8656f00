import { canaries, orderNumber, reachedAt, recipient } from '../life/facts-of.ts';
import { clockOf, said, type Invariant } from './judge.ts';

/** "Every message carries order number, phone, postal address, signatory" (9). */
export const everyMessageCarries: Invariant = ({ mails, settings }) =>
  mails.flatMap(({ text, html, subject, tags }) => {
    const carried = [orderNumber, settings.phone, settings.address, settings.signatory.name];
    const missing = carried.filter((value) => !text.includes(value) || !html.includes(value.replaceAll("'", '&#x27;')));
    const message = tags['message'];
    return [
      ...missing.map((value) => `${message} does not say ${value}`),
      ...(/undefined|\[object|NaN|Invalid/.test(subject + text) ? [`${message} says undefined`] : []),
    ];
  });

/** "What happens next and by when": a promise is in the words of the mail that makes it, as its day of the month. */
export const saysByWhen: Invariant = (record) => {
  const zone = record.settings.zone;
  return said(record).flatMap(({ told, mails }) =>
    mails.slice(0, 1).flatMap(({ text }) =>
      told.promises.flatMap(({ promise, day, until }) => {
        if (promise === 'word' || until <= told.at) return [];
        const date = day ?? new Date(until).toLocaleDateString('sv-SE', { timeZone: zone });
        const named = `${Number(date.slice(8))}`;
        return new RegExp(`(?<!\\d)${named}(?!\\d)`).test(text)
          ? []
          : [`${told.message} promises ${promise} by ${date} and does not say so`];
      }),
    ),
  );
};

/** A promise made to a customer lies ahead: nobody is promised what has passed. The order's own may be. */
export const promisesLieAhead: Invariant = ({ claims }) =>
  claims.flatMap(({ told }) =>
    told.promises.flatMap(({ promise, of, until }) => {
      const isStated = promise === 'deliver';
      return until > told.at || isStated
        ? []
        : [`${told.key} promises ${of ?? ''} ${promise} by an instant that has passed`];
    }),
  );

/** "The check that follows a scan is not sent between 21:00 and 08:00 in the customer's zone." */
export const checksByDay: Invariant = ({ claims, placed }) =>
  claims.flatMap(({ told }) => {
    if (told.message !== 'ask-delivery-check' || told.scanned !== true || placed === undefined) return [];
    // Judged then; the table may have taken its time.
    const time = clockOf(placed.zone, told.at);
    return time < '08:00:00' || time >= '21:00:00' ? [`asked at ${time}`] : [];
  });

/** "The promo … is left out when the parcel was late, a case is open or consent is refused"; never after a silence. */
export const promoInPlace: Invariant = ({ claims, placed, settings }) =>
  claims.flatMap(({ told, before }) => {
    if (told.promo === undefined || !('code' in told.promo)) return [];
    const brokeSilence = before.some((one) => one.promises.some(({ of }) => of === 'shipment'));
    const wasAsked = before.some(
      (one) => one.scanned === false && one.covers.some((parcel) => told.covers.includes(parcel)),
    );
    return [
      ...(settings.promo === null ? ['a promo though the shop has none'] : []),
      ...(placed?.offersRefused === true ? ['a promo though the customer refuses offers'] : []),
      ...(told.scanned === false ? ['a promo in a warning'] : []),
      ...(before.some(({ message }) => message === 'open-case') ? ['a promo after a problem'] : []),
      ...(brokeSilence || wasAsked ? ['a promo though it was late'] : []),
    ];
  });

/** "Personal data never leaves the table, the mail and SES's own events: not in executions, logs, metrics, URLs" (10). */
export const nobodyLeaks: Invariant = ({ wires, mails, handings }) => {
  const links = mails.flatMap(({ text, html }) =>
    [...text.matchAll(/https?:\/\/\S+/g), ...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([found]) => found),
  );
  const places = [
    ...wires.map((text) => ({ where: 'an execution', text })),
    ...handings.map(({ tags }) => ({ where: 'a tag', text: JSON.stringify(tags) })),
    ...links.map((text) => ({ where: 'a link', text })),
  ];
  return places.flatMap(({ where, text }) =>
    [...canaries, ...Object.values(recipient), ...Object.values(reachedAt)]
      .filter((canary) => text.includes(canary))
      .map((canary) => `${canary} in ${where}`),
  );
};
