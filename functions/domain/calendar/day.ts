/** As durations have it: a day on which the clock is changed is another matter (calendar.ts). */
export const dayMs = 24 * 3600 * 1000;
