import { fits } from "./asking/asking.ts";
import type { Quotable } from "./quotable-sentences.ts";

/** An article's summary, a table's row (which misses the words above it), and what only says where to read on. */
export const saysLittle = ({ passage, text }: Quotable): boolean =>
  passage.article.summary.includes(text) || text.includes(" · ") || fits("readOn", text);
