import type { Log } from "./log.ts";

/**
 * Does `work` at once, and again every `milliseconds`, but never twice at the same time. A failure is logged with `says`, and the next
 * time tries again. `onCall`: subscribes to what asks for it in between, and gives what ends that. @returns what ends it, and
 * waits for the work that is under way
 */
export function doEvery(
  milliseconds: number,
  log: Log,
  says: string,
  work: () => Promise<void>,
  onCall?: (begin: () => void) => () => void,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const begin = () => {
    running ??= work()
      .catch((error: unknown) => log.warn({ err: error }, says))
      .finally(() => (running = undefined));
  };
  begin();
  const timer = setInterval(begin, milliseconds).unref();
  const forget = onCall?.(begin);
  return async () => {
    clearInterval(timer);
    forget?.();
    await running;
  };
}
