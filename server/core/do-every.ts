import type { Log } from "./log.ts";

/** Does it now and again after so long, never twice at once; what fails is logged with `says` and tried again. @returns what ends it, and waits for what is under way */
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
