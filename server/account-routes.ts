import { Hono } from "hono";
import { apiKeyRoutes } from "./auth/api-keys.routes.ts";
import { authRoutes } from "./auth/auth.routes.ts";
import { linkRoutes } from "./auth/links.routes.ts";
import { codesRoutes, meRoutes } from "./auth/me.routes.ts";
import { oidcRoutes } from "./auth/oidc.routes.ts";
import { passkeyRoutes } from "./auth/passkeys.routes.ts";
import { peopleRoutes } from "./auth/people.routes.ts";
import { sessionRoutes } from "./auth/session.routes.ts";
import { withLimits } from "./join-routes.ts";
import { invitedPages } from "./pages/invited.ts";
import { joinPages } from "./pages/join.ts";
import { resetPages } from "./pages/reset.ts";
import type { PageEnv } from "./pages/shell.ts";
import { signInPages } from "./pages/sign-in.ts";
import { workspacePages } from "./pages/workspace.ts";
import type { RouteDeps } from "./routes.ts";

/** Who comes in, and by what: staff, customers, and programs with keys. */
export function accountRoutes(deps: RouteDeps) {
  const limited = withLimits(deps);
  return new Hono<PageEnv>()
    .route("/", authRoutes(limited))
    .route("/", oidcRoutes(limited))
    .route("/", passkeyRoutes(limited))
    .route("/", meRoutes(limited))
    .route("/", codesRoutes(limited))
    .route("/", peopleRoutes(limited))
    .route("/", linkRoutes(limited))
    .route("/", apiKeyRoutes(limited))
    .route("/", sessionRoutes(limited));
}

/** The pages of it that the server writes. */
export function accountPages(deps: RouteDeps) {
  const limited = withLimits(deps);
  return new Hono<PageEnv>()
    .route("/", joinPages(limited))
    .route("/", invitedPages(limited))
    .route("/", resetPages(limited))
    .route("/", signInPages(limited))
    .route("/", workspacePages(limited));
}
