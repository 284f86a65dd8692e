import type { Plugin } from "vite";
import { listDrawings } from "#site/blocks/read-drawing.ts";
import { virtual } from "./virtual.ts";

/** `virtual:drawings`: what scripts draw, as elements and their attributes, for no script writes markup. */
export const drawings = (): Plugin =>
  virtual("drawings", () => `export const drawings = ${JSON.stringify(partsOfAll())};`);

const partsOfAll = () =>
  Object.fromEntries(
    listDrawings().map(([name, { viewBox, inside }]) => [name, { viewBox, parts: readParts(name, inside) }]),
  );

const ELEMENT = /<(\w+)((?: [\w-]+="[^"]*")*)\/>/g;
const ATTRIBUTE = / ([\w-]+)="([^"]*)"/g;

/** @throws Error when a drawing is more than shapes beside each other */
export function readParts(name: string, inside: string): [string, Record<string, string>][] {
  if (inside.replace(ELEMENT, ""))
    throw new Error(`"${name}" in site/public/icons.svg must be shapes beside each other`);
  return [...inside.matchAll(ELEMENT)].map(([, tag = "", attributes = ""]) => [
    tag,
    Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, value])),
  ]);
}
