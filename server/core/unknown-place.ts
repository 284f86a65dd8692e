import { AppError } from "./errors.ts";

/** For a page of a list that begins at a place of nobody's. `parameter`: which one of the address says the place. */
export const unknownPlace = (parameter: "cursor" | "after"): AppError =>
  new AppError("bad_request", "This place in the list is not known. Begin at the first page.", {
    fields: [{ path: parameter, message: "use the `next` of the page before" }],
  });
