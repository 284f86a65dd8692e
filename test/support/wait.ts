import { setTimeout as sleep } from "node:timers/promises";

/** Lets a clock go on second by second, with time between them for what is due. */
export async function passSlowly(pass: (seconds: number) => void, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    pass(1);
    await sleep(15);
  }
}

/** Looks every 10 ms until `look` gives something other than undefined or false. Throws after `timeoutMs`. */
export async function until<T>(look: () => T | Promise<T>, timeoutMs = 5000): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${look.toString()}`);
    await sleep(10);
  }
}
