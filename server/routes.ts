import { Hono } from "hono";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Auth } from "./auth/auth.ts";
import { createReadBearer } from "./auth/bearer-customer.ts";
import type { CustomerAuth } from "./auth/customer-auth.ts";
import { type ReadCustomer } from "./auth/customer.ts";
import type { VerifyProductToken } from "./auth/product-token.ts";
import type { Clock } from "./core/clock.ts";
import type { Config } from "./core/config.ts";
import type { Log } from "./core/log.ts";
import type { Speeches } from "./core/speeches.ts";
import { openApiRoutes, type ReadApi } from "./core/open-api.ts";
import { requireStaff } from "./auth/staff.ts";
import { deskRoutes } from "./features/desk/desk.routes.ts";
import { logRoutes } from "./features/desk/log.routes.ts";
import { createEscalation } from "./features/escalation/create-escalation.ts";
import { escalationRoutes } from "./features/escalation/escalation.routes.ts";
import { sendFreshLink } from "./features/escalation/send-fresh-link.ts";
import { deskAttachmentRoutes } from "./features/escalation/attachments/desk-attachments.routes.ts";
import { receiptRoutes } from "./features/escalation/receipts.routes.ts";
import type { EscalationDeps } from "./features/escalation/open-escalation.ts";
import { publicApiRoutes } from "./features/api/api.routes.ts";
import { articleRoutes } from "./features/articles/articles.routes.ts";
import { askRoutes } from "./features/ask/ask.routes.ts";
import type { Ask } from "./features/ask/open-ask.ts";
import { mcpRoutes } from "./features/agents/mcp.routes.ts";
import { castVote } from "./features/feedback/cast-vote.ts";
import { feedbackRoutes } from "./features/feedback/feedback.routes.ts";
import { gapsRoutes } from "./features/gaps/gaps.routes.ts";
import { checksRoutes } from "./features/integrations/checks/checks.routes.ts";
import { deskChecksRoutes } from "./features/integrations/checks/desk-checks.routes.ts";
import type { ChecksDeps } from "./features/integrations/checks/checks.deps.ts";
import { callbackRoutes } from "./features/integrations/connections/callback.routes.ts";
import { connectionRoutes, integrationRoutes } from "./features/integrations/connections/connections.routes.ts";
import { crmListRoutes } from "./features/integrations/connections/crm-lists.routes.ts";
import { crmRoutes } from "./features/integrations/connections/crm.routes.ts";
import type { Connectors, Integrations } from "./features/integrations/open-integrations.ts";
import { deskConnectionRoutes } from "./features/integrations/requests/desk-connections.routes.ts";
import { traceRoutes } from "./features/integrations/trace/trace.routes.ts";
import type { Status } from "./features/status/open-status.ts";
import { sumGaps } from "./features/gaps/sum-gaps.ts";
import { privacyRoutes } from "./features/privacy/privacy.routes.ts";
import { reportRoutes } from "./features/reports/reports.routes.ts";
import { statusRoutes } from "./features/status/status.routes.ts";
import type { Search } from "./features/search/open-search.ts";
import { searchRoutes } from "./features/search/search.routes.ts";
import { webhookRoutes } from "./features/webhooks/webhooks.routes.ts";
import type { OpenKnowledge } from "./knowledge/open-knowledge.ts";
import { apiDocsPages } from "./pages/api-docs.ts";
import { askPages } from "./pages/ask.ts";
import { contactPages } from "./pages/contact.ts";
import { privacyPages } from "./pages/privacy.ts";
import { receiptLinkPages } from "./pages/receipt-link.ts";
import { receiptPages } from "./pages/receipt.ts";
import { searchPages } from "./pages/search.ts";
import type { PageEnv } from "./pages/shell.ts";
import { statusPages } from "./pages/status.ts";
import { votePages } from "./pages/vote.ts";
import { widgetPages } from "./pages/widget.ts";
import type { Builds } from "./static/builds.ts";
import { accountPages, accountRoutes } from "./account-routes.ts";
import { publicApiDeps } from "./join-api.ts";
import { ownTools } from "./join-own-tools.ts";
import { gapsDeps } from "./join-gaps.ts";
import {
  agentDeps,
  askPageDeps,
  connectionDeps,
  deskDeps,
  receiptDeps,
  reportDeps,
  searchPageDeps,
} from "./join-routes.ts";

/** What start.ts opens once, and every feature is handed. */
export type AppDeps = {
  config: Config;
  hub: Hub;
  log: Log;
  clock: Clock;
  db: Db;
  auth: Auth;
  sealer: Integrations["sealer"];
  builds: Builds;
  knowledge: OpenKnowledge;
  speeches: Speeches;
  /** For tests: these, in place of the connectors of every CRM that the hub can speak with. */
  connectors?: Connectors;
  readCustomer: ReadCustomer;
  customerAuth: CustomerAuth;
  verifyProductToken: VerifyProductToken | null;
  /** Aborted when the process is asked to stop: streams end, `/readyz` says no. */
  shutdown: AbortSignal;
};

/** The same, with the parts that the API and the pages share. */
export type RouteDeps = AppDeps & {
  status: Status;
  ask: Ask;
  integrations: Integrations;
  escalation: EscalationDeps;
  checks: ChecksDeps;
  search: Search;
  /** OpenAPI of all that `apiRoutes` has. */
  readApi: ReadApi;
};

/** The API, under `/api`: a feature is one line. */
export function apiRoutes(deps: RouteDeps) {
  const { escalation } = deps;
  return new Hono<PageEnv>()
    .route("/", openApiRoutes(deps.readApi))
    .route("/", accountRoutes(deps))
    .route("/", publicApiRoutes(publicApiDeps(deps, escalation)))
    .route("/", searchRoutes(deps))
    .route("/", askRoutes(deps))
    .route("/", feedbackRoutes(deps))
    .route("/", statusRoutes(deps))
    .route("/", escalationRoutes(escalation))
    .route("/", receiptRoutes(escalation))
    .route("/", deskAttachmentRoutes({ ...escalation, guard: requireStaff(deps.auth, "agent") }))
    .route("/", integrationRoutes(connectionDeps(deps)))
    .route("/", connectionRoutes(connectionDeps(deps)))
    .route("/", crmRoutes(connectionDeps(deps)))
    .route("/", crmListRoutes(connectionDeps(deps)))
    .route("/", checksRoutes({ ...deps.checks, ...connectionDeps(deps), shutdown: deps.shutdown }))
    .route("/", traceRoutes({ ...deps.checks, ...connectionDeps(deps) }))
    .route("/", deskConnectionRoutes({ ...deps, guard: requireStaff(deps.auth) }))
    .route("/", deskChecksRoutes({ ...deps.checks, guard: requireStaff(deps.auth) }))
    .route("/", reportRoutes(reportDeps(deps)))
    .route("/", privacyRoutes({ ...deps, sumGaps, guard: requireStaff(deps.auth, "admin") }))
    .route("/", articleRoutes({ ...deps, guard: requireStaff(deps.auth, "writer") }))
    .route("/", gapsRoutes({ ...gapsDeps(deps), guard: requireStaff(deps.auth, "writer") }))
    .route("/", webhookRoutes({ ...deps, guard: requireStaff(deps.auth, "admin") }))
    .route("/", logRoutes({ ...deps, guard: requireStaff(deps.auth, "admin") }))
    .route("/", deskRoutes(deskDeps(deps, escalation)));
}

/** Pages that the server writes itself: a feature is one line. */
export function pageRoutes(deps: RouteDeps) {
  const { escalation } = deps;
  return new Hono<PageEnv>()
    .route("/", searchPages(searchPageDeps(deps)))
    .route("/", askPages(askPageDeps(deps)))
    .route("/", widgetPages(deps))
    .route("/", mcpRoutes({ ...agentDeps(deps), own: ownTools(deps, escalation), readBearer: createReadBearer(deps) }))
    .route("/", privacyPages(deps))
    .route("/", apiDocsPages(deps))
    .route("/", callbackRoutes(connectionDeps(deps)))
    .route("/", statusPages({ ...deps, readStatus: () => deps.status.read() }))
    .route("/", accountPages(deps))
    .route("/", votePages({ ...deps, castVote: (voter, vote) => castVote(deps, voter, vote) }))
    .route("/", contactPages({ ...deps, createEscalation: (sent) => createEscalation(escalation, sent) }))
    .route("/", receiptLinkPages({ ...deps, sendFreshLink: (asked) => sendFreshLink(escalation, asked) }))
    .route("/", receiptPages(receiptDeps(deps, escalation)));
}
