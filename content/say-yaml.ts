import type { ErrorCode, YAMLParseError } from "yaml";

const QUOTES = 'put the value between quotes ("…")';
const NO_COLON = "there is no colon behind the field's name";

/** What a writer does about the commonest mistakes of YAML; what is not here keeps the reader's own words. */
const SAYINGS: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: `a colon within a value begins another field: ${QUOTES}`,
  BAD_SCALAR_START: `no value begins with this sign: ${QUOTES}`,
  UNEXPECTED_TOKEN: `the value ends before this: ${QUOTES}`,
  DUPLICATE_KEY: "this field stands here twice: take one out",
  MULTILINE_IMPLICIT_KEY: NO_COLON,
  TAB_AS_INDENT: "a line begins with a tab: write spaces in its place",
};

export function sayYaml({ code, message }: YAMLParseError): string {
  if (/^Missing closing ["']quote/.test(message))
    return "a quote that was begun does not end: close it, or take it out";
  if (message.startsWith("Implicit map keys")) return NO_COLON;
  // without the place that the reader names, which is one within a part of the file
  return SAYINGS[code] ?? (message.split("\n")[0] ?? code).replace(/ at line \d+, column \d+:?$/, "");
}
