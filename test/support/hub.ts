import path from "node:path";
import { loadHub } from "#content/hub.ts";
import type { Knowledge } from "#content/knowledge.ts";
import type { Hub } from "#content/schema.ts";
import { createApp } from "#server/app.ts";
import { createAuth } from "#server/auth/auth.ts";
import { openCustomers } from "#server/auth/open-customers.ts";
import type { ReadCustomer } from "#server/auth/customer.ts";
import { createDeskLink } from "#server/auth/desk-link.ts";
import { systemClock, type Clock } from "#server/core/clock.ts";
import { readConfig, secretsOf } from "#server/core/config.ts";
import { createLog } from "#server/core/log.ts";
import { openSealer } from "#server/core/seal.ts";
import { openSpeeches } from "#server/core/speeches.ts";
import type { Connectors } from "#server/features/integrations/open-integrations.ts";
import { openKnowledge } from "#server/knowledge/open-knowledge.ts";
import { openBuilds } from "#server/static/builds.ts";
import { NO_KNOWLEDGE, writeBuild } from "#test/fakes/built-hub.ts";
import { atEnd } from "./at-end.ts";
import { freshDatabase } from "./database.ts";
import { freshFolder } from "./fresh-folder.ts";
import { withForm, withJson } from "./request.ts";

/** What the product signs its customers' tokens with. */
export const PRODUCT_SECRET = "a secret of the product, long enough";

type HubOptions = {
  /** Settings, as in the environment. */
  env?: Record<string, string>;
  /** Files of the build, below `public`. */
  files?: Record<string, string | Uint8Array>;
  knowledge?: Knowledge;
  /** Old addresses of the build, and where they lead. */
  redirects?: Record<string, string>;
  clock?: Clock;
  /** In place of what hub.yaml says. */
  hub?: Partial<Hub>;
  /** In place of every CRM that the hub can speak with. */
  connectors?: Connectors;
  readCustomer?: ReadCustomer;
};

/** The whole app over a database of its own and a small build, for the test or file that opens it. */
export async function openTestHub({
  env = {},
  files = {},
  knowledge = NO_KNOWLEDGE,
  redirects = {},
  clock = systemClock,
  hub: instead = {},
  connectors,
  readCustomer,
}: HubOptions = {}) {
  const { db, url } = await freshDatabase();
  const folder = freshFolder("hub");
  const folders = { DATA_DIR: folder, BUILDS_DIR: path.join(folder, "builds") };
  // A test that asks the same twice wants two answers.
  const config = readConfig({
    ...folders,
    DATABASE_URL: url,
    CACHED_ANSWERS: "0",
    WORKSPACE_JWT_SECRET: PRODUCT_SECRET,
    ...env,
  });
  await writeBuild(config.buildsDir, "first", files, { knowledge, redirects });
  const logged: string[] = [];
  const log = createLog("warn", { to: { write: (line) => void logged.push(line) }, secrets: secretsOf(config) });
  const builds = await openBuilds(config.buildsDir, log);
  const shutdown = new AbortController();
  const hub = { ...loadHub(config.contentDir), ...instead };
  const sealer = openSealer(config);
  const auth = createAuth({ config, hub, db, log });
  const deps = {
    config,
    hub,
    log,
    clock,
    db,
    auth,
    sealer,
    ...openCustomers({ config, hub, db, clock, log, sealer }),
    builds,
    knowledge: openKnowledge(builds, hub),
    speeches: openSpeeches(hub, config.contentDir),
    shutdown: shutdown.signal,
    ...(connectors && { connectors }),
    ...(readCustomer && { readCustomer }),
  };
  atEnd(() => builds.close());
  return { app: createApp(deps), deps, db, logged, shutdown };
}
export type TestHub = Awaited<ReturnType<typeof openTestHub>>;

/** Makes an admin through the one-time link; gives the cookie to send. */
export async function signInAdmin({ app, deps }: TestHub, email = "admin@example.com"): Promise<string> {
  const token = new URL(await createDeskLink(deps, deps.config.publicUrl)).searchParams.get("token");
  const response = await app.request(
    "/api/desk/join",
    withJson("POST", { token, name: "Admin", email, password: "a long password" }),
  );
  if (response.status !== 201) throw new Error(`No admin was made: ${await response.text()}`);
  return sessionCookie(response);
}

/** Sends a form as a page of the hub does. */
export const formPoster =
  ({ app, deps }: Pick<TestHub, "app" | "deps">) =>
  (to: string, fields: Record<string, string>, { cookie = "" } = {}) =>
    app.request(to, withForm(fields, { cookie, origin: deps.config.publicUrl }));

export const sessionCookie = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
