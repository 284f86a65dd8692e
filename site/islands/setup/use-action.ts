import { toProblem, type ApiProblem } from "#site/problem.ts";
import { useOnce } from "../use-once.ts";
import { noticeSignedOut } from "./setup-state.ts";

/** Something that a press does at the server: once at a time, with what went wrong. */
export const useAction = () =>
  useOnce<ApiProblem>((error) => {
    const problem = toProblem(error);
    noticeSignedOut(problem);
    return problem;
  });
