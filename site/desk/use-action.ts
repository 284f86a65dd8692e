import { useOnce } from "#site/islands/use-once.ts";
import { toProblem } from "#site/problem.ts";
import { sayRefusal } from "./say-refusal.ts";
import { noticeSignedOut } from "./session.ts";

/** Something that a button does: once at a time, and what was refused is said. */
export const useAction = () =>
  useOnce<string>((error) => {
    const problem = toProblem(error);
    noticeSignedOut(problem);
    return sayRefusal(problem);
  });
