/** What one part needs of another, joined: features do not know each other. */
import { type TakeLimit } from "./auth/auth.routes.ts";
import { requireCustomer } from "./auth/customer.ts";
import { inTime } from "./core/in-time.ts";
import { isAllowed, readStaff, requireStaff } from "./auth/staff.ts";
import { type McpDeps } from "./features/agents/mcp.routes.ts";
import { type DeskDeps } from "./features/desk/desk.routes.ts";
import { closeOnReceipt, reopenOnReceipt, replyOnReceipt } from "./features/escalation/answer-receipt.ts";
import { openBooking } from "./features/escalation/open-booking.ts";
import { type EscalationDeps } from "./features/escalation/open-escalation.ts";
import { readReceipt } from "./features/escalation/read-receipt.ts";
import { takeAnswerVote } from "./features/ask/ask.limits.ts";
import { voteOnAnswer } from "./features/ask/record-answer.ts";
import { collectAnswer } from "./features/ask/stream.ts";
import { type ConnectionRoutesDeps } from "./features/integrations/connections/connections.routes.ts";
import { listArticles } from "./features/articles/list-articles.ts";
import type { ReportDeps } from "./features/reports/make-report.ts";
import { type ReportRoutesDeps } from "./features/reports/reports.routes.ts";
import { noteSearch } from "./features/search/record-search.ts";
import { caseDeps } from "./join-case.ts";
import { takeLimit } from "./limits/limits.ts";
import { type AskPagesDeps } from "./pages/ask.ts";
import { type ReceiptPagesDeps } from "./pages/receipt.ts";
import { type SearchPagesDeps } from "./pages/search.ts";
import type { AppDeps, RouteDeps } from "./routes.ts";

export const receiptDeps = (deps: AppDeps, escalation: EscalationDeps): ReceiptPagesDeps => ({
  ...deps,
  readReceipt: (secret) => readReceipt(deps, secret),
  reply: (secret, reply) => replyOnReceipt(escalation, secret, reply),
  close: (secret) => closeOnReceipt(escalation, secret),
  reopen: (secret) => reopenOnReceipt(escalation, secret),
  openBooking: (secret) => openBooking(escalation, secret),
});

export function searchPageDeps(deps: RouteDeps): SearchPagesDeps {
  return {
    hub: deps.hub,
    find: deps.search.find,
    noteEmpty: async (visitor, q) => {
      // A page of results is worth more than its count.
      await inTime(noteSearch(deps, visitor, { q, results: 0 })).catch((error: unknown) =>
        deps.log.warn({ err: error }, "an empty search is not counted"),
      );
    },
  };
}

export const askPageDeps = ({ ask, db, clock, shutdown }: RouteDeps): AskPagesDeps => ({
  about: ask.about,
  answer: async (...asked) => collectAnswer(await ask.answer(...asked), shutdown),
  vote: async (answerId, vote, { ipKey }) => {
    await takeAnswerVote({ db, clock }, ipKey);
    await voteOnAnswer({ db, clock }, answerId, vote);
  },
});

/** What the desk does reaches the customer through escalation, and the outbox. */
export const deskDeps = (deps: RouteDeps, escalation: EscalationDeps): DeskDeps => ({
  ...caseDeps(deps, escalation),
  ...deps,
  guard: requireStaff(deps.auth),
  mayWatch: async (headers) => isAllowed(await readStaff(deps.auth, headers), "agent"),
  replay: (replayed, signal) => deps.ask.replay(replayed, signal),
});

const WEAKEST_SHOWN = 5;

/** What a report says of articles and topics. */
export const reportParts = (deps: AppDeps): Pick<ReportDeps, "findTopic" | "listWeakest"> => ({
  findTopic: (articleId) => deps.knowledge.current().articles.get(articleId)?.topic,
  listWeakest: async () => {
    const { articles } = await listArticles(deps, "", { show: "worst" });
    return articles
      .slice(0, WEAKEST_SHOWN)
      .map(({ id, title, score: { harm, readers } }) => ({ id, title, harm, readers }));
  },
});

export const reportDeps = (deps: RouteDeps): ReportRoutesDeps => ({
  ...deps,
  guard: requireStaff(deps.auth),
  guardAdmin: requireStaff(deps.auth, "admin"),
  ...reportParts(deps),
});

/** An assistant gets what readers get, from where they get it. */
export function agentDeps(deps: RouteDeps): Omit<McpDeps, "own" | "readBearer"> {
  return {
    ...deps,
    search: deps.search.find,
    readMarkdown: (articleId) => {
      const article = deps.knowledge.current().articles.get(articleId);
      const file = article && deps.builds.current().files.get(`${article.url}page.md`);
      return file?.body.toString("utf8") ?? null;
    },
    answer: async (input, { visitor, signal, headers }) =>
      collectAnswer(await deps.ask.answer(input, visitor, signal, headers), deps.shutdown),
    readStatus: () => deps.status.read(),
    addressOf: (path) => deps.config.publicUrl + path,
  };
}

export const connectionDeps = ({ integrations, readCustomer }: RouteDeps): ConnectionRoutesDeps => ({
  integrations,
  readCustomer,
  guard: requireCustomer(readCustomer),
});

/** server/auth knows nothing of server/limits. */
export const withLimits = <Deps extends AppDeps>(deps: Deps) => ({
  ...deps,
  takeLimit: ((limit) => takeLimit(deps.db, deps.clock, limit)) satisfies TakeLimit,
});
