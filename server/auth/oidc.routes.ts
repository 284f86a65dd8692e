import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { and, eq, gt } from "drizzle-orm";
import { AuthorizationResponseError, generateRandomCodeVerifier, generateRandomState } from "oauth4webapi";
import { isUnavailable } from "#db/errors.ts";
import type { Db } from "#db/database.ts";
import { verification } from "#db/schema/auth.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret, newId } from "#server/core/ids.ts";
import { describe } from "#server/core/validate.ts";
import { admitOidc, type Refusal } from "./admit-oidc.ts";
import type { Auth } from "./auth.ts";
import type { TakeLimit } from "./auth.routes.ts";
import { answerAuth, headersOf, passCookies } from "./call-auth.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { openOidcProvider, type OidcProvider } from "./oidc-provider.ts";

type OidcDeps = { auth: Auth; db: Db; clock: Clock; config: Pick<Config, "oidc" | "publicUrl">; takeLimit: TakeLimit };
/** What the page of signing in says when somebody comes back without a session. */
type Outcome = Refusal | "late" | "cancelled" | "away" | "barred";

const COOKIE = "handrail_oidc";
const PATH = "/api/auth/oidc";
const TEN_MINUTES = 10 * 60;

/** Signing in at the company's own provider: there, and back. */
export function oidcRoutes(deps: OidcDeps) {
  const { config, takeLimit } = deps;
  const redirectUri = `${config.publicUrl}${PATH}/callback`;
  const provider = config.oidc && openOidcProvider(config.oidc);
  const mustBeOn = async (c: Context<VisitorEnv>): Promise<OidcProvider> => {
    if (!provider) throw new AppError("not_found", "This hub has no company sign-in.");
    await takeLimit({ key: `oidc:${c.get("visitor").ipKey}`, limit: 60, windowSeconds: 15 * 60 });
    return provider;
  };
  return new Hono<VisitorEnv>()
    .get("/auth/oidc", describe("To the company's sign-in", { 302: "Go there" }), async (c) => {
      const { beginAt } = await mustBeOn(c);
      const [state, verifier] = [generateRandomState(), generateRandomCodeVerifier()];
      const url = await beginAt({ redirectUri, state, verifier }).catch(() => null);
      if (!url) return sendBack(c, "away");
      await keepState(deps, state, verifier);
      const secure = config.publicUrl.startsWith("https:");
      setCookie(c, COOKIE, verifier, { path: PATH, httpOnly: true, sameSite: "Lax", secure, maxAge: TEN_MINUTES });
      return c.redirect(url.toString(), 302);
    })
    .get("/auth/oidc/callback", describe("Back from the company's sign-in", { 302: "To the desk" }), async (c) => {
      const { finish } = await mustBeOn(c);
      const verifier = getCookie(c, COOKIE) ?? "";
      deleteCookie(c, COOKIE, { path: PATH });
      const state = c.req.query("state") ?? "";
      if (!(await takeState(deps, state, verifier))) return sendBack(c, "late");
      const url = new URL(c.req.url);
      return sendBack(c, await enter(deps, c, () => finish({ url, redirectUri, state, verifier })));
    });
}

const sendBack = (c: Context<VisitorEnv>, outcome: Outcome | null) =>
  c.redirect(outcome ? `/desk/?came=${outcome}` : "/desk/", 302);

/** @returns why not, or null when they are in */
async function enter(
  { auth, db, clock, config }: OidcDeps,
  c: Context<VisitorEnv>,
  finish: () => ReturnType<OidcProvider["finish"]>,
): Promise<Outcome | null> {
  try {
    const said = await finish();
    const person = await db.transaction((tx) => admitOidc(tx, clock, config.oidc?.issuer ?? "", said));
    if (typeof person === "string") return person;
    const body = { userId: person.id, way: "oidc" as const };
    passCookies(c, await answerAuth(auth.api.enterDesk({ body, headers: headersOf(c), asResponse: true })));
    await noteSignIn({ db, clock }, person, "oidc");
    return null;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    if (error instanceof AppError && error.code === "forbidden") return "barred";
    if (error instanceof AuthorizationResponseError) return "cancelled";
    // only its name: descriptions can repeat what was sent
    c.get("log").warn({ why: error instanceof Error ? error.name : "unknown" }, "the company's sign-in did not work");
    return "away";
  }
}

/** A state is for one browser, the one that holds the verifier. Neither is kept as it is. */
const rowOf = (state: string, verifier: string) => ({
  identifier: `oidc:${hashSecret(state)}`,
  value: hashSecret(verifier),
});

async function keepState({ db, clock }: OidcDeps, state: string, verifier: string): Promise<void> {
  const now = clock.now();
  const stamps = { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + TEN_MINUTES * 1000) };
  await db.insert(verification).values({ id: newId("vrf"), ...rowOf(state, verifier), ...stamps });
}

/** Uses a state up, whatever comes of it. */
async function takeState({ db, clock }: OidcDeps, state: string, verifier: string): Promise<boolean> {
  const { identifier, value } = rowOf(state, verifier);
  const [taken] = await db
    .delete(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, clock.now())))
    .returning({ value: verification.value });
  return taken?.value === value;
}
