/** The released API as TypeScript, in the form that openapi-fetch reads. */
import type { OpenAPIV3_1 } from "openapi-types";
import { isJson, type Json, list, part } from "./json.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const NO_PARAMETERS = "{ query?: never; header?: never; path?: never; cookie?: never }";

export function writeTypes({ paths = {}, webhooks = {} }: Pick<OpenAPIV3_1.Document, "paths" | "webhooks">): string {
  const routes = Object.entries(paths).map(([path, item]) => {
    const methods = METHODS.map((method) => {
      const operation = part(item, method);
      return "responses" in operation ? `${method}: ${writeOperation(operation)};` : `${method}?: never;`;
    });
    return `${JSON.stringify(path)}: { parameters: ${NO_PARAMETERS}; ${methods.join(" ")} };`;
  });
  const events = Object.values(webhooks).map((item) => writeContent(part(part(item, "post"), "requestBody")));
  return [
    "// Written by `npm run api:release` from the API's own description. Not to be changed by hand.",
    "export interface paths {",
    ...routes,
    "}",
    "/** What webhooks are told of. Fields may be added. */",
    `export type HookEvent =\n  | ${events.join("\n  | ")};`,
    "",
  ].join("\n");
}

function writeOperation(operation: unknown): string {
  const body = part(operation, "requestBody");
  const responses = Object.entries(part(operation, "responses")).map(([status, answer]) => {
    const content = isJson(answer) && answer["content"] ? `content: { ${writeMedia(answer)} }` : "content?: never";
    return `${status === "default" ? "default" : status}: { headers: { [name: string]: unknown }; ${content} };`;
  });
  const request = "content" in body ? `requestBody: { content: { ${writeMedia(body)} } }` : "requestBody?: never";
  return `{ parameters: ${writeParameters(operation)}; ${request}; responses: { ${responses.join(" ")} } }`;
}

function writeParameters(operation: unknown): string {
  const all = list(isJson(operation) ? operation["parameters"] : undefined).filter(isJson);
  const places = ["query", "header", "path", "cookie"].map((place) => {
    const here = all.filter((one) => one["in"] === place);
    if (here.length === 0) return `${place}?: never;`;
    const fields = here.map(
      (one) => `${String(one["name"])}${one["required"] ? "" : "?"}: ${writeSchema(one["schema"])};`,
    );
    return `${place}${here.some((one) => one["required"]) ? "" : "?"}: { ${fields.join(" ")} };`;
  });
  return `{ ${places.join(" ")} }`;
}

const writeMedia = (of: unknown): string =>
  Object.entries(part(of, "content"))
    .map(([media, content]) => `${JSON.stringify(media)}: ${writeSchema(part(content, "schema"))};`)
    .join(" ");

const writeContent = (body: Json): string => writeSchema(part(part(body, "content")["application/json"], "schema"));

const WORDS: Record<string, string> = { integer: "number", number: "number", string: "string", boolean: "boolean" };

function writeSchema(schema: unknown): string {
  if (!isJson(schema)) return "unknown";
  const { anyOf, const: only, enum: words, type } = schema;
  if (anyOf) return list(anyOf).map(writeSchema).join(" | ");
  if (only !== undefined) return JSON.stringify(only);
  if (words)
    return list(words)
      .map((word) => JSON.stringify(word))
      .join(" | ");
  if (Array.isArray(type)) return type.map((one) => writeSchema({ ...schema, type: one as unknown })).join(" | ");
  if (type === "null") return "null";
  if (type === "array") return `(${writeSchema(schema["items"])})[]`;
  if (type === "object" || schema["properties"]) return writeObject(schema);
  return (typeof type === "string" && WORDS[type]) || "unknown";
}

function writeObject(schema: Json): string {
  const required = list(schema["required"]);
  const fields = Object.entries(part(schema, "properties")).map(
    ([name, field]) => `${JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${writeSchema(field)};`,
  );
  return fields.length > 0 ? `{ ${fields.join(" ")} }` : "Record<string, unknown>";
}
