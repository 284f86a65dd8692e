import { make } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import type { Said } from "./say-state.ts";

/** A state's mark and word, and a sentence. */
export const makeStateLine = ({ tone, mark, word }: Said, text: string): HTMLElement =>
  make("p", tone, makeIcon(mark, "mark"), make("b", "state-word", word), ` ${text}`);
