import { index, int, str, table } from "../columns.ts";

/** `until`: milliseconds since 1970 at which everything taken under this key is given back. */
export const limits = table("limits", { key: str().primaryKey(), until: int().notNull() }, (limit) => [
  index("limits_until").on(limit.until),
]);
