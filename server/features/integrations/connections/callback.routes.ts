import { Hono } from "hono";
import { IntegrationId } from "#content/schema.ts";
import type { ReadCustomer } from "#server/auth/customer.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import type { Integrations } from "../open-integrations.ts";
import { finishConnect } from "./finish-connect.ts";

type CallbackDeps = { integrations: Integrations; readCustomer: ReadCustomer };

/** Where CRMs send customers back to. Not under /api: a browser comes here, and goes on to the setup. */
export const callbackRoutes = ({ integrations, readCustomer }: CallbackDeps) =>
  new Hono<VisitorEnv>().get("/connect/callback/:integration", async (c) => {
    const integration = IntegrationId.safeParse(c.req.param("integration")).data;
    if (!integration) throw new AppError("not_found", "No integration has this address.");
    const { publicUrl } = integrations.config;
    const { pathname, search } = new URL(c.req.url);
    const customer = await readCustomer(c.req.raw.headers);
    const url = new URL(pathname + search, publicUrl);
    const { returnTo, problem, scope } = await finishConnect(integrations, { integration, url, customer });
    const back = new URL(returnTo, publicUrl);
    if (problem === null) back.searchParams.set("connected", "1");
    else back.searchParams.set("problem", problem);
    if (scope) back.searchParams.set("scope", scope.slice(0, 100));
    // the address that one came from holds a code
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-store");
    return c.redirect(back.pathname + back.search + back.hash, 303);
  });
