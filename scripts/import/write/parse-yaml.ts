import { parseDocument, type Document } from "yaml";

/** A file of the hub's, to add to it. @throws Error in words when it cannot be read. */
export function parseYaml(yaml: string, name: string): Document {
  const document = parseDocument(yaml, { logLevel: "silent" });
  const [error] = document.errors;
  if (error) throw new Error(`${name} cannot be read (${error.message.split("\n")[0]}): mend it first, then import.`);
  return document;
}
