import { AppError } from "../core/errors.ts";
import { limitWords as t } from "./limits.words.ts";

type Bounds = {
  /** Streams that one address may have open. */
  each: number;
  /** Streams that this process may have open. */
  all?: number;
  /** What is said to who opens one too many. */
  says: () => string;
  /** seconds */
  retryAfter: number;
};

/** Counts streams that are open in this process. `open` gives what ends one; @throws AppError "limited", "unavailable" */
export function countStreams({ each, all = Infinity, says, retryAfter }: Bounds) {
  const open = new Map<string, number>();
  let total = 0;
  const change = (key: string, by: number): void => {
    const count = (open.get(key) ?? 0) + by;
    total += by;
    if (count > 0) open.set(key, count);
    else open.delete(key);
  };
  return {
    open(key: string): () => void {
      if ((open.get(key) ?? 0) >= each) throw new AppError("limited", says(), { retryAfter });
      if (total >= all) throw new AppError("unavailable", t.manyLook, { retryAfter });
      change(key, 1);
      return () => change(key, -1);
    },
  };
}
