import { Hono, type Context } from "hono";
import { z } from "zod";
import type { VisitorEnv } from "#server/core/context.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { readBearer } from "./bearer.ts";
import { headersOf } from "./call-auth.ts";
import {
  type Asker,
  describeSession,
  enterFromProduct,
  leave,
  MailInput,
  sendSessionLink,
  type SessionDeps,
  TokenInput,
} from "./session.ts";

export const Me = z.object({
  customer: z
    .object({
      email: z.string(),
      name: z.string(),
      workspace: z.object({ id: z.string(), name: z.string() }),
      /** They belong to more workspaces than this one. */
      several: z.boolean(),
    })
    .nullable(),
  /** How a customer can sign in at this hub. */
  ways: z.object({ mail: z.boolean(), product: z.boolean() }),
});
export type Me = z.infer<typeof Me>;

/** For a page that gets no cookies: `bearer` goes along as `Authorization: Bearer …`, and is the session. */
const Entered = Me.extend({ bearer: z.string() });

const Accepted = z.object({ sent: z.boolean() });

/** Customers: who is signed in, and the two ways in. */
export const sessionRoutes = (deps: SessionDeps) =>
  new Hono<VisitorEnv>()
    .get("/me", describe("Who is signed in", { 200: Me }), async (c) => {
      return c.json(await describeSession(deps, c.req.raw.headers));
    })
    .post("/session", describe("Come in from the product", { 200: Me }), jsonBody(TokenInput), async (c) => {
      const cookies = setCookies(c, await enterFromProduct(deps, askerOf(c), c.req.valid("json").token));
      return c.json(await describeSession(deps, new Headers({ cookie: cookies })));
    })
    .post("/session/bearer", describe("Come in without cookies", { 200: Entered }), jsonBody(TokenInput), async (c) => {
      const bearer = await readBearer(deps, await enterFromProduct(deps, askerOf(c), c.req.valid("json").token));
      return c.json({ ...(await describeSession(deps, new Headers({ authorization: `Bearer ${bearer}` }))), bearer });
    })
    .post("/session/mail", describe("Send a private link", { 202: Accepted }), jsonBody(MailInput), async (c) => {
      await sendSessionLink(deps, askerOf(c), c.req.valid("json"));
      return c.json({ sent: true }, 202);
    })
    .delete("/session", describe("Sign out", { 204: "Signed out" }), async (c) => {
      setCookies(c, await leave(deps, c.req.raw.headers));
      return c.body(null, 204);
    });

export function askerOf<E extends VisitorEnv>(c: Context<E>): Asker {
  const { ipKey } = c.get("visitor") as VisitorEnv["Variables"]["visitor"]; // VisitorEnv says so; a generic environment forgets it
  return { ipKey, headers: headersOf(c) };
}

/** @returns what the browser will send from now on */
export function setCookies<E extends VisitorEnv>(c: Context<E>, cookies: string[]): string {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
  return cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
