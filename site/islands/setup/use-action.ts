import { toProblem, type ApiProblem } from "#site/problem.ts";
import { leaveTrail } from "../trail/trail.ts";
import { useOnce } from "../use-once.ts";
import { noticeSignedOut } from "./setup-state.ts";
import { setupWords as t } from "./setup.words.ts";

/** Something that a press does at the server: once at a time, with what went wrong, which joins the trail. */
export const useAction = () =>
  useOnce<ApiProblem>((error) => {
    const problem = toProblem(error);
    noticeSignedOut(problem);
    const { code, message } = problem;
    if (code !== "offline") leaveTrail({ kind: "error", ref: code, title: t.setupSaid(message) });
    return problem;
  });
