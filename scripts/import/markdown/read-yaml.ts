import { parse } from "yaml";
import { isData, type Data } from "../data.ts";

/** A file of settings; one that cannot be read has none. */
export function readYaml(text: string): Data {
  try {
    const data: unknown = parse(text, { maxAliasCount: 0, logLevel: "error" });
    return isData(data) ? data : {};
  } catch {
    return {};
  }
}
