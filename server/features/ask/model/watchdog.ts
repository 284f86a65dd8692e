/** Milliseconds: until the first piece, between two, and for all of it. */
export type ModelTimeouts = { firstPiece: number; nextPiece: number; whole: number };

export type Watchdog = {
  /** Aborted when something took too long, or when `outer` is. */
  signal: AbortSignal;
  /** Waits for `work`, but not longer than is allowed; what others do between two calls does not count. */
  time: <T>(work: PromiseLike<T>, atMost?: number) => Promise<T>;
  end: () => void;
};

export function createWatchdog(timeouts: ModelTimeouts, outer: AbortSignal): Watchdog {
  const own = new AbortController();
  const signal = AbortSignal.any([own.signal, outer]);
  const whole = setTimeout(() => own.abort(), timeouts.whole);
  // A read that hangs does not always notice that it was aborted.
  const aborted = rejectOnAbort(signal);
  let allowed = timeouts.firstPiece;
  return {
    signal,
    async time(work, atMost = allowed) {
      const timer = setTimeout(() => own.abort(), atMost);
      try {
        const result = await Promise.race([work, aborted]);
        allowed = timeouts.nextPiece;
        return result;
      } finally {
        clearTimeout(timer);
      }
    },
    end() {
      clearTimeout(whole);
      own.abort();
    },
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  const promise = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  promise.catch(() => {}); // nobody may be waiting
  return promise;
}
