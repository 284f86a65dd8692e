import type { Problem } from "#server/core/problem.ts";
import { callWords as t } from "./problem.words.ts";

/** A refusal of the API, in words for people, or `offline` when there was no answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Partial<Problem>;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? t.unexpected);
    this.name = "ApiProblem";
    this.status = status;
    this.code = problem.code ?? "unknown";
    this.problem = problem;
  }
}

/** What goes along with every call: the widget's frame, which may have no cookies, says here who its reader is. */
const along: Record<string, string> = {};

/** From now on a header goes with every call; null takes it away. */
export function sendAlong(name: string, value: string | null): void {
  if (value === null) delete along[name];
  else along[name] = value;
}

/** How pages reach the API: `fetch`, with the page's language and what goes along. */
export function callHub(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const said = { "accept-language": globalThis.document?.documentElement.lang ?? "en", ...along };
  for (const [name, value] of Object.entries(said)) request.headers.set(name, value);
  return fetch(request);
}

/** The body of an answer, or an ApiProblem. `T` is the route's own schema. */
export async function readAnswer<T>(response: Pick<Response, "ok" | "status" | "json">): Promise<T> {
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return body as T; // The server validates what it sends against the same schema.
  throw new ApiProblem(response.status, typeof body === "object" && body !== null ? body : {});
}

/** Whatever a call threw, as an ApiProblem: fetch throws a TypeError when there is no connection. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(0, { code: "offline", detail: t.offline });
}
