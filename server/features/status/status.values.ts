/** Lists shared with the browser; imports nothing. */
export const VENDOR_STATES = ["operational", "degraded", "down", "maintenance", "unknown"] as const;
