const PATIENCE_MS = 1000;

/** For work that a reader's answer can do without: rejects when it takes longer than a second, and lets it go on. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`It took longer than ${PATIENCE_MS} ms`)), PATIENCE_MS);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
