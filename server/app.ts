import { Hono, type Context } from "hono";
import type { Config } from "./core/config.ts";
import { AppError } from "./core/errors.ts";
import { logFailure, sendProblem, setFailureHeaders } from "./core/failures.ts";
import { healthRoutes } from "./core/health.ts";
import type { Log } from "./core/log.ts";
import { allowedMethods } from "./core/methods.ts";
import { openApiRoutes } from "./core/open-api.ts";
import { toAppError } from "./core/problem.ts";
import { beginRequest, requireOwnOrigin } from "./core/request.ts";
import { readVisitor } from "./core/visitor.ts";
import { addressKey } from "./limits/address-key.ts";
import { errorPage, notFoundPage } from "./pages/errors.ts";
import { sendPage, type PageEnv } from "./pages/shell.ts";
import type { Builds } from "./static/builds.ts";
import { DATA_POLICY } from "./static/csp.ts";
import { readPath, serveBuilt } from "./static/serve.ts";

export type AppDeps = {
  config: Config;
  log: Log;
  builds: Builds;
  /** Aborted when the process is asked to stop: streams end, `/readyz` says no. */
  shutdown: AbortSignal;
};

/** The whole hub as one function from Request to Response. Its type is what site/api.ts calls by. */
export function createApp(deps: AppDeps) {
  const { config, log, builds } = deps;
  const app = new Hono<PageEnv>();
  app.use(beginRequest(config, log));
  app.use(async (c, next) => {
    c.set("build", builds.current());
    await next();
    if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", policyOf(c));
  });
  app.use((c, next) => (readPath(c.req.url), next()));
  app.use(requireOwnOrigin(config));
  app.use(readVisitor(config, addressKey));
  const routes = app.route("/", healthRoutes(deps)).route("/api", apiRoutes(deps)).route("/", pageRoutes(deps));
  app.notFound((c) => answerUnrouted(c, app.router, builds));
  app.onError((error, c) => answerFailure(c, toAppError(error)));
  return routes;
}
export type App = ReturnType<typeof createApp>;

/** The API: a feature is one line. */
function apiRoutes(_deps: AppDeps) {
  const api = new Hono<PageEnv>();
  return api.route("/", openApiRoutes(api));
}

/** Pages that the server writes itself: a feature is one line. */
function pageRoutes(_deps: AppDeps) {
  return new Hono<PageEnv>();
}

const policyOf = (c: Context<PageEnv>): string =>
  c.res.headers.get("content-type")?.startsWith("text/html") ? c.get("build").shellPolicy : DATA_POLICY;

/** What no route takes: a file of the build, the wrong method, or nothing. */
function answerUnrouted(c: Context<PageEnv>, router: Hono["router"], builds: Builds): Response | Promise<Response> {
  const isApi = c.req.path.startsWith("/api/");
  const built = isApi ? null : serveBuilt(c, c.get("build"), builds);
  if (built) return built;
  const allowed = allowedMethods(router, c.req.path);
  if (allowed.length > 0) {
    const allow = allowed.join(", ");
    throw new AppError("method_not_allowed", `This address takes ${allow}.`, { extra: { allow } });
  }
  if (isApi) throw new AppError("not_found", "No route of the API has this address.");
  return sendPage(c, notFoundPage("", []), 404);
}

function answerFailure(c: Context<PageEnv>, error: AppError): Response | Promise<Response> {
  logFailure(c, error);
  setFailureHeaders(c, error);
  if (c.req.path.startsWith("/api/")) return sendProblem(c, error);
  return sendPage(c, errorPage(error, c.get("requestId")), error.status);
}
