import type { Context, MiddlewareHandler } from "hono";
import { uniqueSymbol } from "hono-openapi";
import { bufferToFormData } from "hono/utils/buffer";
import type { z } from "zod";
import { AppError } from "./errors.ts";
import { problemWords as t } from "./problem.words.ts";
import { BODY_LIMIT, formBody, jsonBody, mediaTypeOf, readBody, rejectInvalid } from "./validate.ts";

/** What came with the request; empty for one that brought none. */
export type FilesEnv = { Variables: { files: File[] } };
type FilesOptions = {
  /** Bytes of all that is not a file. */ limit?: number;
  /** Bytes of all files together. */ files: number;
};

const FILES = "files";

/** A form, urlencoded or with files: `c.req.valid("form")`, and the parts called `files` as `c.get("files")`. */
export const formWithFiles = <S extends z.ZodType>(schema: S, options: FilesOptions) =>
  orMultipart(formBody(schema, options), "form", schema, options, (parts) => Object.fromEntries(parts));

/** JSON, or multipart/form-data with the same JSON in the part `json` and files in parts called `files`. */
export const jsonWithFiles = <S extends z.ZodType>(schema: S, options: FilesOptions) =>
  orMultipart(jsonBody(schema, options), "json", schema, options, (parts) => parseJson(parts.get("json") ?? ""));

/** Files alone, as multipart/form-data: `c.get("files")`. */
export const filesAlone = (limit: number): MiddlewareHandler<FilesEnv> => {
  return async (c, next) => {
    if (!isMultipart(c)) throw new AppError("bad_request", "Send multipart/form-data, each file in a part “files”.");
    c.set("files", filesIn(await readForm(c, BODY_LIMIT + limit)));
    await next();
  };
};

type Read = (parts: Map<string, string>) => unknown;

/** Takes multipart/form-data too, and gives all else to `plain`. It has the type of `plain`: handlers read the same from both. */
function orMultipart<M extends MiddlewareHandler>(
  plain: M,
  target: "form" | "json",
  schema: z.ZodType,
  { limit = BODY_LIMIT, files }: FilesOptions,
  read: Read,
): M {
  const take: MiddlewareHandler<FilesEnv> = async (c, next) => {
    c.set("files", []);
    if (!isMultipart(c)) return plain(c, next);
    const form = await readForm(c, limit + files);
    const parts = new Map(
      [...form].flatMap(([name, part]) => (typeof part === "string" ? [[name, part] as const] : [])),
    );
    const length = [...parts.values()].reduce((sum, part) => sum + Buffer.byteLength(part), 0);
    if (length > limit) throw new AppError("too_large", t.wordsTooLarge(`${limit / 1024} KB`));
    const checked = await schema.safeParseAsync(read(parts));
    rejectInvalid(checked.success ? checked : { success: false, error: checked.error.issues });
    c.req.addValidatedData(target, checked.data as object);
    c.set("files", filesIn(form));
    return next();
  };
  // the plain one carries the schema for OpenAPI
  return Object.assign(take, { [uniqueSymbol]: Reflect.get(plain, uniqueSymbol) as unknown }) as MiddlewareHandler as M;
}

export const isMultipart = (c: Context): boolean => mediaTypeOf(c) === "multipart/form-data";

/** A form with files. @throws AppError "bad_request", "too_large" (all of it, in bytes on the wire), "unsupported_media" */
async function readForm(c: Context, limit: number): Promise<FormData> {
  if (c.req.header("content-encoding")) throw new AppError("unsupported_media", "Send the form not compressed.");
  await readBody(c, limit);
  const type = c.req.header("content-type") ?? "";
  const whole = await c.req.arrayBuffer();
  requireFewParts(whole, type);
  try {
    return await bufferToFormData(whole, type);
  } catch (cause) {
    throw new AppError("bad_request", t.unreadable, { cause });
  }
}

/** No form here has half as many. */
const PARTS_MAX = 64;
/** One boundary and no second, which whoever reads the form might take for the first. */
const BOUNDARY = /^multipart\/form-data(?:; ?(?!boundary)[\w-]+=[\w-]+)*; ?boundary="?([\w'()+,./:=?-]{1,70})"?$/i;

/** Counted before it is read: of a body full of parts each is made into an object, for seconds in which nobody else is answered. */
function requireFewParts(whole: ArrayBuffer, type: string): void {
  const boundary = BOUNDARY.exec(type)?.[1];
  if (boundary === undefined) throw new AppError("bad_request", t.unreadable);
  const [bytes, edge] = [Buffer.from(whole), `--${boundary}`];
  let parts = -1; // the last edge begins none
  for (let at = bytes.indexOf(edge); at >= 0; at = bytes.indexOf(edge, at + edge.length))
    if (++parts > PARTS_MAX) throw new AppError("bad_request", t.unreadable);
}

const filesIn = (form: FormData): File[] => form.getAll(FILES).filter(isChosen);

/** A browser sends a nameless, empty part for a field in which no file was chosen. */
const isChosen = (part: FormDataEntryValue): part is File =>
  typeof part !== "string" && (part.name !== "" || part.size > 0);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_request", "The part “json” is missing, or is no JSON.", { cause });
  }
}
