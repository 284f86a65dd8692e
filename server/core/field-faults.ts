import { z } from "zod";
import { spokenSpeech } from "#content/words.ts";
import { problemWords } from "./problem.words.ts";

const t = problemWords.fields;

/** What is wrong with a field that somebody filled in, in their language; what only programs get wrong is left to zod. */
function sayFault({ code, input, ...issue }: z.core.$ZodRawIssue): string | undefined {
  if (!spokenSpeech()) return undefined;
  if (code === "invalid_type" && input === undefined) return t.missing;
  if (code === "invalid_format" && issue["format"] === "email") return t.email;
  if (issue["origin"] !== "string") return undefined;
  if (code === "too_small") return input === "" ? t.empty : t.tooShort(Number(issue["minimum"]));
  return code === "too_big" ? t.tooLong(Number(issue["maximum"])) : undefined;
}

/**
 * From now on zod says these in every request, but where a schema has a message of its own. Settings and files are read
 * outside of requests, and keep zod's.
 */
export const sayFieldFaults = (): void => void z.config({ customError: sayFault });
