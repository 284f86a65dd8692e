/** What keys open is what readers and the desk have, joined: nothing is decided here. */
import type { ApiDeps } from "./features/api/api.routes.ts";
import { listCases } from "./features/desk/list-cases.ts";
import { readCase } from "./features/desk/read-case.ts";
import { replyToCase } from "./features/desk/write-message.ts";
import { createEscalation } from "./features/escalation/create-escalation.ts";
import type { EscalationDeps } from "./features/escalation/open-escalation.ts";
import { castVote } from "./features/feedback/cast-vote.ts";
import { makeReport } from "./features/reports/make-report.ts";
import { readSpan } from "./features/reports/read-span.ts";
import { takeReport } from "./features/reports/reports.limits.ts";
import { caseDeps } from "./join-case.ts";
import { agentDeps, askPageDeps, reportDeps, withLimits } from "./join-routes.ts";
import type { RouteDeps } from "./routes.ts";

export function publicApiDeps(deps: RouteDeps, escalation: EscalationDeps): ApiDeps {
  const { db, clock, hub, knowledge } = deps;
  const { search, readMarkdown, answer } = agentDeps(deps);
  const atDesk = caseDeps(deps, escalation);
  const findArticle = (id: string) => knowledge.current().articles.get(id);
  return {
    ...withLimits(deps),
    search,
    readMarkdown,
    findArticle,
    listArticles: () => knowledge.current().articles.values(),
    // whose checks may be used is what cookies say, and a key has none
    answer: (input, asker) => answer(input, { ...asker, headers: new Headers() }),
    voteOnAnswer: askPageDeps(deps).vote,
    castVote: (voter, vote) => castVote(deps, voter, vote),
    makeReport: async (query, who) => {
      await takeReport({ db, clock }, who);
      return makeReport(reportDeps(deps), readSpan(query, clock.now(), hub.support.timeZone));
    },
    listCases: (callerId, query) => listCases({ db, clock }, callerId, { ...query, sort: "changed" }),
    readCase: (id) => readCase(db, findArticle, id, hub),
    // a program proves itself by its key, not by work
    createCase: (sent) => createEscalation({ ...escalation, proof: null }, { ...sent, files: [] }),
    replyToCase: (id, by, input) => replyToCase(atDesk, id, by, input),
  };
}
