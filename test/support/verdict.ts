import { isUnavailable } from "#db/errors.ts";

/** How a call to the database ended: `done`, `unavailable`, or the error where it is another one. */
export const verdictOn = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => "done",
    (error: unknown) => (isUnavailable(error) ? "unavailable" : error),
  );
