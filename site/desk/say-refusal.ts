import type { ApiProblem } from "#site/problem.ts";

/** What was refused, and which field it was; the API's own names of fields are near enough to their labels. */
export const sayRefusal = ({ message, problem: { errors = [] } }: ApiProblem): string =>
  [message, ...errors.map(({ field, reason }) => `${field && `${field}: `}${reason}.`)].join(" ");
