import { AppError } from "#server/core/errors.ts";
import { inTime } from "#server/core/in-time.ts";
import type { Log } from "#server/core/log.ts";

/** For what an answer can do without: a database that is slow or away ends nothing. What a reader must be told is thrown on. */
export async function survive<T>(log: Log, work: Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await inTime(work);
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error }, "an answer goes on without the database");
    return otherwise();
  }
}
