import { Hono } from "hono";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { describe, jsonBody } from "#server/core/validate.ts";
import { answerAuth, headersOf, passCookies } from "./call-auth.ts";
import { Confirmed, PasskeyInput, PasskeyNamed, PasskeyOptions, PasskeySignIn } from "./me.schema.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { confirmPassword, endOtherSessions, type OwnDeps } from "./own-account.ts";
import type { PasskeyDeps } from "./passkey-challenges.ts";
import { addPasskey, askForPasskey, offerPasskey, readPasskey, removePasskey, renamePasskey } from "./passkeys.ts";
import { requireShownFactor } from "./shown-factor.ts";
import { requireSelf, type SignedInEnv } from "./staff.ts";

const QUARTER_HOUR = 15 * 60;

type Deps = PasskeyDeps & OwnDeps;

/** Passkeys: one's own, and signing in with one. What a credential says is held to its signature, so its shape is the library's. */
export const passkeyRoutes = (deps: Deps) =>
  new Hono<SignedInEnv>().route("/", ownRoutes(deps)).route("/", signInRoutes(deps));

function ownRoutes(deps: Deps) {
  const self = requireSelf(deps.auth);
  const shown = requireShownFactor(deps);
  return new Hono<SignedInEnv>()
    .post(
      "/desk/me/passkey-challenge",
      self,
      shown,
      describe("Begin a passkey", { 200: PasskeyOptions }),
      jsonBody(Confirmed),
      async (c) => {
        await confirmPassword(deps, c.get("signedIn"), c.req.valid("json").password);
        return c.json({ options: { ...(await offerPasskey(deps, c.get("staff"))) } });
      },
    )
    .post(
      "/desk/me/passkeys",
      self,
      shown,
      describe("Add a passkey; with the first, your other sessions end", { 204: "Added" }),
      jsonBody(PasskeyInput),
      async (c) => {
        const { name, credential } = c.req.valid("json");
        const given = { name, response: credential as unknown as RegistrationResponseJSON };
        const { isFirst } = await addPasskey(deps, c.get("staff"), given);
        if (isFirst) await endOtherSessions(deps, c.get("signedIn"));
        return c.body(null, 204);
      },
    )
    .patch(
      "/desk/me/passkeys/:id",
      self,
      shown,
      describe("Rename a passkey", { 204: "Renamed" }),
      jsonBody(PasskeyNamed),
      async (c) => {
        await renamePasskey(deps, c.get("staff"), c.req.param("id"), c.req.valid("json").name);
        return c.body(null, 204);
      },
    )
    .delete("/desk/me/passkeys/:id", self, shown, describe("Remove a passkey", { 204: "Removed" }), async (c) => {
      await removePasskey(deps, c.get("staff"), c.req.param("id"));
      return c.body(null, 204);
    });
}

function signInRoutes(deps: Deps) {
  const { auth, takeLimit } = deps;
  return new Hono<SignedInEnv>()
    .post(
      "/auth/passkey-challenge",
      describe("Begin to sign in with a passkey", { 200: PasskeyOptions }),
      async (c) => {
        await takeLimit({ key: `passkey:${c.get("visitor").ipKey}`, limit: 60, windowSeconds: QUARTER_HOUR });
        return c.json({ options: { ...(await askForPasskey(deps)) } });
      },
    )
    .post(
      "/auth/passkey",
      describe("Sign in with a passkey", { 204: "Signed in" }),
      jsonBody(PasskeySignIn),
      async (c) => {
        await takeLimit({ key: `passkey:${c.get("visitor").ipKey}`, limit: 60, windowSeconds: QUARTER_HOUR });
        const response = c.req.valid("json").credential as unknown as AuthenticationResponseJSON;
        const who = await readPasskey(deps, response);
        const body = { userId: who.id, way: "passkey" as const };
        passCookies(c, await answerAuth(auth.api.enterDesk({ body, headers: headersOf(c), asResponse: true })));
        await noteSignIn(deps, who, "passkey");
        return c.body(null, 204);
      },
    );
}
