import { Hono, type Context } from "hono";
import { getCookie } from "hono/cookie";
import { z } from "zod";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret } from "#server/core/ids.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import type { Auth } from "./auth.ts";
import { answerAuth, headersOf, passCookies } from "./call-auth.ts";
import { JoinInput, joinDesk } from "./desk-link.ts";
import { CodeInput, DeskSession, SignInInput } from "./me.schema.ts";
import { findByAddress, findByChallenge, noteFailure, noteSignIn } from "./note-sign-in.ts";
import { readSignedIn } from "./staff.ts";

/** Counts against a limit; throws AppError `limited` when it is reached. */
export type TakeLimit = (limit: { key: string; limit: number; windowSeconds: number }) => Promise<void>;
export type AuthRoutesDeps = { auth: Auth; db: Db; clock: Clock; config: Pick<Config, "oidc">; takeLimit: TakeLimit };

const Joined = z.object({ email: z.string() });
const SignedIn = z.object({ codeNeeded: z.boolean() });
const QUARTER_HOUR = 15 * 60;

/**
 * Signing in and out. Behind each stands a call of better-auth; none of its own fifty routes is open. And the link that
 * makes the first account of the desk.
 */
export function authRoutes(deps: AuthRoutesDeps) {
  const { auth, config, takeLimit } = deps;
  return new Hono<VisitorEnv>()
    .get("/auth/session", describe("Who is signed in at the desk", { 200: DeskSession }), async (c) => {
      const signedIn = await readSignedIn(auth, c.req.raw.headers);
      const ways = { oidc: config.oidc !== null };
      return c.json({ staff: signedIn?.staff ?? null, lacksFactor: signedIn?.lacksFactor ?? false, ways });
    })
    .post("/auth/sign-in/email", describe("Sign in", { 200: SignedIn }), jsonBody(SignInInput), async (c) =>
      c.json({ codeNeeded: await signInByPassword(deps, c, c.req.valid("json")) }),
    )
    .post("/auth/sign-in/code", describe("The app's code", { 204: "Signed in" }), jsonBody(CodeInput), async (c) => {
      const body = { code: c.req.valid("json").code.replaceAll(/\s/g, "") };
      const next = "Type the next one that the app shows.";
      await finishByCode(deps, c, { ...body, next }, (headers) =>
        auth.api.verifyTOTP({ body, headers, asResponse: true }),
      );
      return c.body(null, 204);
    })
    .post("/auth/sign-in/backup", describe("A backup code", { 204: "Signed in" }), jsonBody(CodeInput), async (c) => {
      const body = c.req.valid("json");
      await finishByCode(deps, c, { ...body, next: "Type another of your backup codes." }, (headers) =>
        auth.api.verifyBackupCode({ body, headers, asResponse: true }),
      );
      return c.body(null, 204);
    })
    .post("/auth/sign-out", describe("Sign out", { 204: "Signed out" }), async (c) => {
      await takeLimit({ key: `auth:${c.get("visitor").ipKey}`, limit: 200, windowSeconds: QUARTER_HOUR });
      passCookies(c, await answerAuth(auth.api.signOut({ headers: headersOf(c), asResponse: true })));
      return c.body(null, 204);
    })
    .post(
      "/desk/join",
      describe("Make the first account of the desk", { 201: Joined }),
      jsonBody(JoinInput),
      async (c) => {
        passCookies(c, await joinAndSignIn(deps, c, c.req.valid("json")));
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
  await deps.takeLimit({ key: `desk-join:${ipKeyOf(c)}`, limit: 10, windowSeconds: QUARTER_HOUR });
  await joinDesk(deps, input);
  const { email, password } = input;
  return answerAuth(deps.auth.api.signInEmail({ body: { email, password }, headers: headersOf(c), asResponse: true }));
}

/** @returns whether a code has to follow */
async function signInByPassword<E extends VisitorEnv>(
  deps: AuthRoutesDeps,
  c: Context<E>,
  { email, password }: z.infer<typeof SignInInput>,
): Promise<boolean> {
  const { auth, db, takeLimit } = deps;
  const address = email.toLowerCase();
  await takeLimit({ key: `sign-in:${ipKeyOf(c)}`, limit: 20, windowSeconds: QUARTER_HOUR });
  await takeLimit({ key: `sign-in-as:${address}`, limit: 30, windowSeconds: QUARTER_HOUR });
  const body = { email: address, password };
  const answer = await answerAuth(auth.api.signInEmail({ body, headers: headersOf(c), asResponse: true })).catch(
    async (error: unknown) => {
      if (isWrong(error)) await noteFailure(deps, await findByAddress(db, address));
      throw error;
    },
  );
  passCookies(c, answer);
  const said = z.object({ twoFactorRedirect: z.boolean().optional() }).parse(await answer.json());
  if (said.twoFactorRedirect) return true;
  const who = await findByAddress(db, address);
  if (who) await noteSignIn(deps, who, "password");
  return false;
}

/** `next`: what to do where it was tried before. */
type Typed = { code: string; next: string };

async function finishByCode<E extends VisitorEnv>(
  deps: AuthRoutesDeps,
  c: Context<E>,
  typed: Typed,
  verify: (headers: Headers) => Promise<Response>,
): Promise<void> {
  await deps.takeLimit({ key: `sign-in-code:${ipKeyOf(c)}`, limit: 30, windowSeconds: QUARTER_HOUR });
  const { name } = (await deps.auth.$context).createAuthCookie("two_factor");
  const who = await findByChallenge(deps.db, getCookie(c, name) ?? "");
  // with a session, the code would be held to its owner and nothing would lock
  if (!who) throw new AppError("unauthorized", "That took too long. Sign in with your password again.");
  await takeCode(deps, who.id, typed);
  const headers = headersOf(c);
  headers.set("cookie", `${name}=${encodeURIComponent(getCookie(c, name) ?? "")}`);
  const answer = await answerAuth(verify(headers)).catch(async (error: unknown) => {
    if (isWrong(error)) await noteFailure(deps, who);
    throw error;
  });
  passCookies(c, answer);
  await noteSignIn(deps, who, "password and code");
}

/** An app shows a code for half a minute, and its neighbours count too: within that time it is taken once. */
const takeCode = ({ takeLimit }: AuthRoutesDeps, userId: string, { code, next }: Typed): Promise<void> =>
  takeLimit({ key: `code:${userId}:${hashSecret(code)}`, limit: 1, windowSeconds: 120 }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "limited")) throw error;
    throw new AppError("unauthorized", `This code was tried already. ${next}`);
  });

const isWrong = (error: unknown): boolean => error instanceof AppError && error.code === "unauthorized";
const ipKeyOf = <E extends VisitorEnv>(c: Context<E>): string =>
  (c.get("visitor") as VisitorEnv["Variables"]["visitor"]).ipKey; // VisitorEnv says so; a generic environment forgets it
