/** The only typed client of the API. The type is all that comes from the server: nothing of it is in the bundle. */
import { hc } from "hono/client";
import type { App } from "#server/app.ts";
import { callHub } from "./problem.ts";

export const api = hc<App>("/", { fetch: callHub }).api;
