/** Milliseconds: until the first piece, between two, and for all of it. */
export type ModelTimeouts = { firstPiece: number; nextPiece: number; whole: number };

export type Watchdog = {
  /** Aborted when something took too long, or when `outer` is. */
  signal: AbortSignal;
  /** Waits for `work`, but not longer than is allowed. The time between two calls does not count. */
  time: <T>(work: PromiseLike<T>, atMost?: number) => Promise<T>;
  end: () => void;
};

export function createWatchdog(timeouts: ModelTimeouts, outer: AbortSignal): Watchdog {
  const own = new AbortController();
  const signal = AbortSignal.any([own.signal, outer]);
  const whole = setTimeout(() => own.abort(), timeouts.whole);
  // A read that hangs does not always notice that it was aborted, so it is not waited for. Not by Promise.race: a promise that
  // never settles keeps every race that it was in, and with that its memory.
  let giveUp = (_reason: unknown): void => {};
  signal.addEventListener("abort", () => giveUp(signal.reason), { once: true });
  let allowed = timeouts.firstPiece;
  return {
    signal,
    async time<T>(work: PromiseLike<T>, atMost = allowed) {
      const timer = setTimeout(() => own.abort(), atMost);
      try {
        const result = await new Promise<T>((resolve, reject) => {
          giveUp = reject;
          if (signal.aborted) reject(signal.reason);
          work.then(resolve, reject);
        });
        allowed = timeouts.nextPiece;
        return result;
      } finally {
        clearTimeout(timer);
        giveUp = () => {};
      }
    },
    end() {
      clearTimeout(whole);
      own.abort();
    },
  };
}
