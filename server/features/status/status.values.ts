/** Lists shared with the browser; imports nothing. */
export const VENDOR_STATES = ["operational", "degraded", "down", "maintenance", "unknown"] as const;

/** What a day can have been, the worst last. */
export const DAY_STATES = ["operational", "maintenance", "degraded", "down"] as const;
/** How many days are told, today too. */
export const DAYS_TOLD = 90;
