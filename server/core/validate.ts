import type { Context, MiddlewareHandler } from "hono";
import { describeRoute, resolver, uniqueSymbol, validator } from "hono-openapi";
import type { z } from "zod";
import { AppError } from "./errors.ts";
import { Problem } from "./problem.ts";
import { problemWords as t } from "./problem.words.ts";

/** Bytes on the wire. */
export const BODY_LIMIT = 64 * 1024;
const MB = 1024 * 1024;
type BodyOptions = { limit?: number };

/** Reads and checks a JSON body: `c.req.valid("json")`. 415 for another type, 413 above `limit` bytes, 400 with fields. */
export const jsonBody = <S extends z.ZodType>(schema: S, { limit = BODY_LIMIT }: BodyOptions = {}) =>
  readingBody(validator("json", schema, rejectInvalid), "application/json", limit);

/** The same for a form without script (urlencoded): `c.req.valid("form")`. */
export const formBody = <S extends z.ZodType>(schema: S, { limit = BODY_LIMIT }: BodyOptions = {}) =>
  readingBody(validator("form", schema, rejectInvalid), "application/x-www-form-urlencoded", limit);

export const queryParams = <S extends z.ZodType>(schema: S) => validator("query", schema, rejectInvalid);
export const pathParams = <S extends z.ZodType>(schema: S) => validator("param", schema, rejectInvalid);

/** One line for OpenAPI and what the route answers, by status; `scope`: what a key must be made for. */
export function describe(
  summary: string,
  answers: Record<number, z.ZodType | string>,
  scope?: string,
): MiddlewareHandler {
  const responses = Object.entries(answers).map(([status, answer]) => {
    const content = (schema: z.ZodType) => ({ "application/json": { schema: resolver(schema) } });
    const says = typeof answer === "string";
    return [status, says ? { description: answer } : { description: summary, content: content(answer) }] as const;
  });
  const problem = { description: "Problem", content: { "application/problem+json": { schema: resolver(Problem) } } };
  const security = scope === undefined ? {} : { security: [{ key: [scope] }] };
  return describeRoute({ summary, ...security, responses: { ...Object.fromEntries(responses), default: problem } });
}

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };
type Checked = { success: true; data: unknown } | { success: false; error: readonly Issue[] };

export function rejectInvalid(result: Checked): void {
  if (!result.success) {
    const fields = result.error.map((issue) => ({ path: fieldPath(issue), message: issue.message }));
    throw new AppError("bad_request", t.invalid, { fields });
  }
  // PostgreSQL's text cannot hold it
  if (holdsNul(result.data)) throw new AppError("bad_request", t.nul);
}

const fieldPath = (issue: Issue): string =>
  (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join(".");

/** Without calling itself: what is nested as deep as a body may be would find no room. */
function holdsNul(data: unknown): boolean {
  const values = [data];
  for (const value of values) {
    if (typeof value === "string" && value.includes("\0")) return true;
    if (typeof value === "object" && value !== null) for (const each of Object.values(value)) values.push(each);
  }
  return false;
}

function readingBody<M extends MiddlewareHandler>(check: M, type: string, limit: number): M {
  const read: MiddlewareHandler = async (c, next) => {
    if (mediaTypeOf(c) !== type || c.req.header("content-encoding"))
      throw new AppError("unsupported_media", `Send ${type}, not compressed.`);
    await readBody(c, limit);
    return check(c, next);
  };
  // the symbol is where hono-openapi finds the schema; for Hono's types, reading first changes nothing of the check
  return Object.assign(read, { [uniqueSymbol]: Reflect.get(check, uniqueSymbol) }) as MiddlewareHandler as M;
}

export const mediaTypeOf = (c: Context): string | undefined =>
  (c.req.header("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();

/** Leaves the body where Hono looks for it; throws `too_large` above `limit` bytes. With a length given, Node itself sees to it that no more comes. */
export async function readBody(c: Context, limit: number): Promise<void> {
  const length = c.req.header("content-length");
  if (Number(length) > limit) throw tooLarge(limit);
  if (length !== undefined || c.req.bodyCache.arrayBuffer || !c.req.raw.body) return;
  const whole = await readUpTo(c.req.raw.body, limit).catch(sayBrokenOff);
  // Hono types the cache by what reading it gives, and keeps promises in it
  c.req.bodyCache.arrayBuffer = Promise.resolve(whole) as unknown as ArrayBuffer;
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}

/** Whoever goes away while they send is no fault of ours. For what reading a body throws. */
export function sayBrokenOff(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError("bad_request", t.brokenOff, { cause });
}

const tooLarge = (limit: number): AppError =>
  new AppError("too_large", t.tooLarge(limit < MB ? `${limit / 1024} KB` : `${Math.floor(limit / MB)} MB`));
