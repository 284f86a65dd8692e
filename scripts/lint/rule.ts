import type { Mistake } from "#content/mistakes.ts";
import type { LintContent } from "./read-content.ts";

/** A change of a file that mends a problem without anybody's judgement. Offsets are of the text as it was read. */
export type Edit = {
  /** As in the problem; a file that is not there is made. */
  file: string;
  start: number;
  end: number;
  text: string;
  /** What it does, for whoever reads what was changed. */
  says: string;
};

export type Problem = Mistake & { edit?: Edit };

export type Rule = {
  name: string;
  /** An error is wrong for every reader; a warning is for a writer to judge. */
  level: "error" | "warning";
  /** What to do, where the problem itself does not say it. */
  todo: string;
  /** Nobody did anything wrong, time went by: fails nothing, not even with --strict. */
  byTime?: true;
  /** Asks other servers: only with --external. */
  external?: true;
  find(content: LintContent): Problem[] | Promise<Problem[]>;
};
