import { placeOfTold } from '../../../functions/project-timeline/entry.ts';
import type { Invariant } from './judge.ts';

/** "No fact is lost: a fact accepted with 202 … has a fate" (6). */
export const everyFactHasAFate: Invariant = ({ order, facts, placed }) => {
  const kept = new Set((order?.facts ?? []).map(({ id }) => id));
  const isGivenUp = order?.closed?.how === 'retake';
  return facts.flatMap(({ fact: { id } }) => {
    if (!kept.has(id)) return [`${id} was lost`];
    if (placed === undefined || isGivenUp) return [];
    return order?.fates[id] === undefined ? [`${id} has no fate`] : [];
  });
};

/** A fate is a message that was said, or why nothing was (charter, vocabulary). */
export const everyFateIsTrue: Invariant = ({ order }) => {
  if (order === undefined) return [];
  const keys = new Set(order.told.map(({ key }) => key));
  return Object.entries(order.fates).flatMap(([fact, fate]) => {
    const namesMessage =
      /^(confirm|announce|warn|ask|thank|trace|open|remind|apologise|escalate|correct|hand)-[a-z-]+:/.test(fate);
    return namesMessage && !keys.has(fate) ? [`the fate of ${fact} is a message that was never said: ${fate}`] : [];
  });
};

/** "… is on the timeline" (6), with what became of it; and so is everything told. */
export const onTheTimeline: Invariant = ({ order, placed, facts, timeline, tasks }) => {
  if (order === undefined || placed === undefined) return [];
  const keys = new Set(order.told.map(({ key }) => key));
  const mistaken = new Set(facts.flatMap(({ fact }) => (fact.name === 'correction' ? [fact.fact] : [])));
  const missing = facts.flatMap(({ fact }) => {
    const entry = timeline.get(`${order.order}#${fact.id}`);
    if (entry === undefined) return [`${fact.id} is not on the timeline`];
    // What was taken back is struck through, whatever had become of it.
    if (mistaken.has(fact.id)) return [];
    const fate = order.fates[fact.id];
    const shown = fate === undefined || keys.has(fate) ? undefined : fate;
    return entry.why === shown ? [] : [`the timeline says of ${fact.id}: ${entry.why}; its fate is ${shown}`];
  });
  const unsaid = order.told.flatMap(({ key, sesId, unsent }) => {
    const entry = timeline.get(placeOfTold(order.order, key));
    if (entry === undefined) return [`${key} is not on the timeline`];
    return entry.sent === (sesId !== undefined) && (unsent === undefined || entry.why === unsent)
      ? []
      : [`the timeline is wrong about ${key}`];
  });
  const done = new Set(order.facts.flatMap((fact) => (fact.name === 'completion' ? [fact.task] : [])));
  const undone = [...tasks].filter((place) => {
    const task = place.slice(place.indexOf('#') + 1);
    return done.has(task) && !mistaken.has(`completion:${task}`);
  });
  return [...missing, ...unsaid, ...undone.map((task) => `${task} is done, and still on the list`)];
};
