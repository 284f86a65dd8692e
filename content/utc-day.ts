/** YYYY-MM-DD of a moment, in UTC: as days are counted, written and compared. */
export const utcDay = (at: Date): string => at.toISOString().slice(0, 10);
