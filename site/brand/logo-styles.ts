/** `import "virtual:own-logo.css"`: how an operator's logo stands. A hub without one loads nothing of it. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import type { Hub } from "#content/schema.ts";
import { virtual } from "../build/virtual.ts";

const SHEET = new URL("../styles/own-logo.css", import.meta.url);

export const logoStyles = ({ logo }: Hub["brand"]): Plugin =>
  virtual("own-logo.css", () => (logo ? `@layer base{${readFileSync(SHEET, "utf8")}}` : ""));
