import { AppError } from "./errors.ts";

/** For a list that is asked to go on after an entry that there is not. `parameter`: the one of the query that named it. */
export const unknownPlace = (parameter: "cursor" | "after"): AppError =>
  new AppError("bad_request", "This place in the list is not known. Begin at the first page.", {
    fields: [{ path: parameter, message: "use the `next` of the page before" }],
  });
