export const STAFF_ROLES = ["admin", "agent", "writer"] as const;
