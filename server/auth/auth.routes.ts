import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { codeOfStatus } from "#server/core/problem.ts";
import { BODY_LIMIT, describe, jsonBody, readBody, sayBrokenOff } from "#server/core/validate.ts";
import { ADDRESS_HEADER, STAFF_ROLES, type Auth } from "./auth.ts";
import { JoinInput, joinDesk } from "./desk-link.ts";
import { requireStaff, sessionUnread, type StaffEnv } from "./staff.ts";

/** Counts against a limit; throws AppError `limited` when it is reached. */
export type TakeLimit = (limit: { key: string; limit: number; windowSeconds: number }) => Promise<void>;
export type AuthRoutesDeps = { auth: Auth; db: Db; clock: Clock; takeLimit: TakeLimit };

const Joined = z.object({ email: z.string() });
/** What an admin says of a colleague; better-auth itself would take any field, and a password of one letter. */
const AccountInput = JoinInput.omit({ token: true })
  .extend({ role: z.enum(STAFF_ROLES) })
  .strict();
const QUARTER_HOUR = 15 * 60;

/**
 * Of better-auth's routes under `/auth` those that the desk calls; thirty more (profiles, providers, resets, other
 * people's sessions) are closed. And the link that makes the first account of the desk.
 */
export function authRoutes(deps: AuthRoutesDeps) {
  const { auth, takeLimit } = deps;
  const pass = async (c: Context<StaffEnv>) => {
    if (c.req.method === "POST") await limitSignIn(c, takeLimit);
    return answerAuth(auth.handler(await toAuthRequest(c)));
  };
  const admin = requireStaff(auth, "admin");
  return new Hono<StaffEnv>()
    .get("/auth/get-session", pass)
    .on("POST", ["/auth/sign-in/email", "/auth/sign-out"], pass)
    .post("/auth/change-password", requireStaff(auth), pass)
    .get("/auth/admin/list-users", admin, pass)
    .post("/auth/admin/create-user", admin, jsonBody(AccountInput), pass)
    .on("POST", ["/auth/admin/ban-user", "/auth/admin/unban-user"], admin, pass)
    .post(
      "/desk/join",
      describe("Make the first account of the desk", { 201: Joined }),
      jsonBody(JoinInput),
      async (c) => {
        const session = await joinAndSignIn(deps, c, c.req.valid("json"));
        for (const cookie of session.headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true });
        return c.json({ email: c.req.valid("json").email }, 201);
      },
    );
}

/** Makes the account and signs it in; the answer holds the session's cookies. */
export async function joinAndSignIn<E extends VisitorEnv>(
  deps: AuthRoutesDeps,
  c: Context<E>,
  input: JoinInput,
): Promise<Response> {
  await deps.takeLimit({ key: `desk-join:${c.get("visitor").ipKey}`, limit: 10, windowSeconds: QUARTER_HOUR });
  await joinDesk(deps, input);
  const { email, password } = input;
  return deps.auth.api.signInEmail({ body: { email, password }, headers: c.req.raw.headers, asResponse: true });
}

async function limitSignIn(c: Context<StaffEnv>, takeLimit: TakeLimit): Promise<void> {
  const { ipKey } = c.get("visitor");
  await readBody(c, BODY_LIMIT);
  if (!c.req.path.endsWith("/sign-in/email"))
    return takeLimit({ key: `auth:${ipKey}`, limit: 200, windowSeconds: QUARTER_HOUR });
  await takeLimit({ key: `sign-in:${ipKey}`, limit: 20, windowSeconds: QUARTER_HOUR });
  const { data } = z.object({ email: z.string().max(254) }).safeParse(await c.req.json().catch(() => null));
  if (data) await takeLimit({ key: `sign-in-as:${data.email.toLowerCase()}`, limit: 30, windowSeconds: QUARTER_HOUR });
}

/** The request's headers with the address that we believe in. */
export function headersOf<E extends VisitorEnv>(c: Context<E>): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.set(ADDRESS_HEADER, c.get("address") as string); // VisitorEnv says so; a generic environment forgets it
  return headers;
}

/** The same request with the address that we believe in. */
async function toAuthRequest(c: Context<StaffEnv>): Promise<Request> {
  const headers = headersOf(c);
  const body = c.req.method === "POST" ? await c.req.text().catch(sayBrokenOff) : null;
  return new Request(c.req.url, { method: c.req.method, headers, body });
}

/** better-auth's own way of failing becomes ours; anything else it throws stays what it is. */
async function answerAuth(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (response.status < 400) return response;
  if (response.status >= 500) throw sessionUnread(await response.text());
  const told = z.object({ message: z.string() }).safeParse(await response.json().catch(() => null));
  throw new AppError(codeOfStatus(response.status), told.data?.message ?? "Sign-in has no such route.");
}
