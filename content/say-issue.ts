import { z } from "zod";
import { nearest } from "./nearest.ts";

const KINDS: Record<string, string> = {
  string: "text",
  boolean: "true or false",
  array: 'a list, such as [one, two] or a line with "- " for each',
  object: "fields, each on a line of its own below it",
  record: "fields, each on a line of its own below it",
  date: "a date such as 2026-11-23",
};
const UNITS: Record<string, string> = { string: " characters", array: " entries" };

/** What is wrong with a field of a file that somebody wrote, in words; what is not here keeps zod's. */
export const sayIssue: z.core.$ZodErrorMap = (issue) => {
  const unit = UNITS["origin" in issue ? String(issue.origin) : ""] ?? "";
  if (issue.code === "invalid_type")
    return issue.input === undefined || issue.input === null
      ? "is missing"
      : `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "unrecognized_keys") return sayUnknown(issue.keys, fieldsOf(issue.inst));
  if (issue.code === "too_small") return `must be at least ${issue.minimum}${unit}`;
  if (issue.code === "too_big") return `must be at most ${issue.maximum}${unit}`;
  return undefined;
};

function sayUnknown(keys: string[], fields: string[]): string {
  const [first = "", ...others] = keys;
  const meant = nearest(first, fields);
  const more = others.length > 0 ? ` (nor ${others.join(", ")})` : "";
  return `there is no such field${more}; ${meant ? `did you mean ${meant}?` : `there are ${fields.join(", ")}`}`;
}

/** The fields that the schema which refused has. */
const fieldsOf = (schema: unknown): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
