/**
 * An order's share of the table: an item holds 400 KB, and it is read and written whole. A shop that goes beyond it is
 * told so (422). Far more than any order needs: the busiest life we know of has some forty facts.
 */
export const mostFacts = 300;

/**
 * Of facts and of what was said, as JSON. No fact is taken beyond it; the rest of the item is room for what the facts
 * that were taken still lead to: their fates, and the messages of a silence that is bounded.
 */
export const mostBytes = 200_000;
