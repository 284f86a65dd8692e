import { Hono, type Context } from "hono";
import { pathWithout } from "#content/languages.ts";
import { isUnavailable } from "#db/errors.ts";
import { AppError } from "./core/errors.ts";
import { logFailure, sendProblem, setFailureHeaders } from "./core/failures.ts";
import { healthRoutes } from "./core/health.ts";
import { allowedMethods } from "./core/methods.ts";
import { sayFieldFaults } from "./core/field-faults.ts";
import { toAppError } from "./core/problem.ts";
import { spokenHub } from "./core/speeches.ts";
import { createWriteProbe } from "./probe-writes.ts";
import { problemWords as t } from "./core/problem.words.ts";
import { describeApi, type ReadApi } from "./core/open-api.ts";
import { beginRequest, requireOwnOrigin } from "./core/request.ts";
import { seenRoutes } from "./core/seen.ts";
import { readVisitor } from "./core/visitor.ts";
import { addressKey } from "./limits/address-key.ts";
import { openAsk } from "./features/ask/open-ask.ts";
import { readOwnChecks } from "./features/integrations/checks/own-checks.ts";
import { openIntegrations, type Integrations } from "./features/integrations/open-integrations.ts";
import { openMetrics } from "./metrics/open-metrics.ts";
import { openEscalation } from "./features/escalation/open-escalation.ts";
import { openSearch, type Search } from "./features/search/open-search.ts";
import { openStatus } from "./features/status/open-status.ts";
import { joinChecks, readVendorsFrom } from "./join-checks.ts";
import type { ReadOwnChecks } from "./features/ask/own-check.ts";
import { describeHooks } from "./outbox/hooks/describe-hooks.ts";
import { errorPage } from "./pages/error.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { sendPage, type PageEnv } from "./pages/shell.ts";
import { apiRoutes, pageRoutes, type AppDeps } from "./routes.ts";
import { routePath, speakLanguage } from "./speak.ts";
import { DATA_POLICY } from "./static/csp.ts";
import { redirectMoved } from "./static/redirect-moved.ts";
import { readPath, serveBuilt } from "./static/serve.ts";

type Router = Hono<PageEnv>["router"];

/** The parts that requests share with the work in the background: one of each in a process. */
export function openParts(deps: AppDeps) {
  const status = openStatus(deps);
  const integrations = openIntegrations(deps);
  const escalation = openEscalation(deps);
  const search = openSearch(deps);
  return { status, integrations, escalation, search, checks: joinChecks({ ...deps, integrations, status }) };
}

export type Parts = ReturnType<typeof openParts>;

/** The whole hub as one function from Request to Response. Its type is what site/api.ts calls by. */
export function createApp(deps: AppDeps, parts = openParts(deps)) {
  const { config, log, builds, db, shutdown } = deps;
  sayFieldFaults();
  const readVendors = readVendorsFrom(parts.status);
  const ask = openAsk({ ...deps, readVendors, readOwnChecks: readOwnFrom(deps, parts.integrations) });
  const readApi: ReadApi = () => readDocument();
  const shared = { ...deps, ...parts, ask, readApi };
  const app = new Hono<PageEnv>({ getPath: routePath(deps.hub) });
  const metrics = openMetrics({ ...deps, build: () => builds.current().id });
  if (metrics) app.use(metrics.measure);
  app.use(beginRequest(config, log));
  app.use(speakLanguage(deps.hub, deps.speeches));
  app.use(async (c, next) => {
    c.set("build", builds.current());
    await next();
    const { headers } = c.res;
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", policyOf(c));
    // who asks decides what most of it says: it is nobody else's, and another thing in a minute
    if (isApi(c.req.path) && !headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  });
  app.use((c, next) => (readPath(c.req.url), next()));
  app.use(requireOwnOrigin(config));
  app.use(readVisitor(config, addressKey));
  const api = apiRoutes(shared);
  const readDocument = describeApi(api, describeHooks);
  const routes = app
    .route("/", healthRoutes({ shutdown, ping: db.ping, probeWrites: createWriteProbe(deps) }))
    .route("/", seenRoutes(deps))
    .route("/api", api)
    .route("/", pageRoutes(shared));
  if (metrics) app.get("/metrics", metrics.answer);
  app.notFound((c) => answerUnrouted(c, app.router, { ...deps, search: parts.search }));
  app.onError((error, c) => answerFailure(c, isUnavailable(error) ? databaseAway(error) : toAppError(error)));
  return routes;
}
export type App = ReturnType<typeof createApp>;

/** The checks of whoever is signed in. */
const readOwnFrom =
  ({ readCustomer, knowledge }: AppDeps, integrations: Integrations): ReadOwnChecks =>
  async (headers) => {
    const customer = await readCustomer(headers);
    return customer ? readOwnChecks({ ...integrations, knowledge }, customer.workspaceId) : [];
  };

type UnroutedDeps = Pick<AppDeps, "builds" | "hub"> & { search: Search };

/** What no route takes: a file of the build, the wrong method, a slash that is forgotten or too much, or nothing. */
function answerUnrouted(c: Context<PageEnv>, router: Router, deps: UnroutedDeps): Response | Promise<Response> {
  const { path } = c.req;
  const built = isApi(path) ? null : serveBuilt(c, c.get("build"), deps.builds);
  if (built) return built;
  const moved = isApi(path) ? null : redirectMoved(c, c.get("build"));
  if (moved) return moved;
  const allow = allowedMethods(router, path).join(", ");
  if (allow) throw new AppError("method_not_allowed", `This address takes ${allow}.`, { extra: { allow } });
  if (isApi(path)) throw new AppError("not_found", "No route of the API has this address.");
  const { pathname, search } = new URL(c.req.url);
  const otherSlash = (of: string): string => (of.endsWith("/") ? of.slice(0, -1) : `${of}/`);
  if (allowedMethods(router, otherSlash(path)).includes("GET")) return c.redirect(otherSlash(pathname) + search, 308);
  const known = { topics: spokenHub(deps.hub).topics, knowledge: deps.search.knowledgeFor(c.get("visitor")) };
  return sendPage(c, notFoundPage(pathWithout(deps.hub, readPath(c.req.url)), known), 404);
}

function answerFailure(c: Context<PageEnv>, error: AppError): Response | Promise<Response> {
  logFailure(c, error);
  setFailureHeaders(c, error);
  if (isApi(c.req.path)) return sendProblem(c, error);
  return sendPage(c, errorPage(error, c.get("requestId"), c.req.method === "GET"), error.status);
}

/** Programs ask here: what goes wrong is a problem, not a page. */
const isApi = (path: string): boolean => path.startsWith("/api/") || path === "/mcp";

const databaseAway = (cause: unknown): AppError =>
  new AppError("unavailable", t.unavailable, {
    retryAfter: 10,
    cause,
  });

const policyOf = (c: Context<PageEnv>): string =>
  c.res.headers.get("content-type")?.startsWith("text/html") ? c.get("build").shellPolicy : DATA_POLICY;
