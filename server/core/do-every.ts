import type { Log } from "./log.ts";

/**
 * Does `work` at once, and again every `milliseconds`, but never twice at the same time. A failure is logged with `says`, and the next
 * time tries again. @returns what ends it, and waits for the work that is under way
 */
export function doEvery(milliseconds: number, log: Log, says: string, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const begin = () => {
    running ??= work()
      .catch((error: unknown) => log.warn({ err: error }, says))
      .finally(() => (running = undefined));
  };
  begin();
  const timer = setInterval(begin, milliseconds).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
