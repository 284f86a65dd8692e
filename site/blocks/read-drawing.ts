import { readFileSync } from "node:fs";
import path from "node:path";

type Drawing = { viewBox: string; inside: string };
const SYMBOL = /<symbol id="([^"]+)" viewBox="([^"]+)">(.*?)<\/symbol>/gs;

/** What stands in a page is drawn without the file, which only the server's pages ask for. */
const drawings = new Map(
  [...readFileSync(path.resolve("site/public/icons.svg"), "utf8").matchAll(SYMBOL)].map(
    ([, name = "", viewBox = "", inside = ""]): [string, Drawing] => [name, { viewBox, inside }],
  ),
);

export const listDrawings = (): [string, Drawing][] => [...drawings];

/** @throws Error when icons.svg has no such drawing */
export function readDrawing(name: string): Drawing {
  const drawing = drawings.get(name);
  if (!drawing) throw new Error(`There is no "${name}" in site/public/icons.svg`);
  return drawing;
}
