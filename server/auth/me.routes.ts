import { Hono } from "hono";
import { renderSVG } from "uqr";
import { describe, jsonBody } from "#server/core/validate.ts";
import { answerAuth, cookiesOf, headersOf, passCookies } from "./call-auth.ts";
import { BackupCodes, CodeInput, CodesSetup, Confirmed, Me, PasswordChange } from "./me.schema.ts";
import {
  describeOwnAccount,
  endOtherSessions,
  endSession,
  limitGuesses,
  noteOwn,
  type OwnDeps,
} from "./own-account.ts";
import { owesFactor, requireShownFactor } from "./shown-factor.ts";
import { readSignedIn, requireSelf, type SignedInEnv } from "./staff.ts";

/** What everybody at the desk may do with the own account, whatever their role. */
export function meRoutes(deps: OwnDeps) {
  const { auth } = deps;
  const self = requireSelf(auth);
  return new Hono<SignedInEnv>()
    .basePath("/desk/me")
    .get("/", self, describe("Your account: factors and sessions", { 200: Me }), async (c) => {
      const signedIn = c.get("signedIn");
      const owes = await owesFactor(deps, signedIn);
      return c.json({ ...(await describeOwnAccount(deps, signedIn)), owesFactor: owes });
    })
    .post(
      "/password",
      self,
      describe("Change your password", { 204: "Changed" }),
      jsonBody(PasswordChange),
      async (c) => {
        const { current, next } = c.req.valid("json");
        await limitGuesses(deps, c.get("signedIn"));
        const body = { currentPassword: current, newPassword: next };
        await answerAuth(auth.api.changePassword({ body, headers: headersOf(c), asResponse: true }));
        await noteOwn(deps, c.get("signedIn"), "staff.password-changed");
        await endOtherSessions(deps, c.get("signedIn"));
        return c.body(null, 204);
      },
    )
    .delete("/sessions", self, describe("End your other sessions", { 204: "Ended" }), async (c) => {
      await endOtherSessions(deps, c.get("signedIn"));
      return c.body(null, 204);
    })
    .delete("/sessions/:id", self, describe("End one of your sessions", { 204: "Ended" }), async (c) => {
      await endSession(deps, c.get("signedIn"), c.req.param("id"));
      return c.body(null, 204);
    });
}

/** Codes of an authenticator app. better-auth keeps the secrets, encrypted. */
export function codesRoutes(deps: OwnDeps) {
  const { auth } = deps;
  const self = requireSelf(auth);
  const shown = requireShownFactor(deps);
  return new Hono<SignedInEnv>()
    .basePath("/desk/me/codes")
    .post("/", self, shown, describe("Begin with codes", { 201: CodesSetup }), jsonBody(Confirmed), async (c) => {
      await limitGuesses(deps, c.get("signedIn"));
      const body = { password: c.req.valid("json").password };
      const answer = await answerAuth(auth.api.enableTwoFactor({ body, headers: headersOf(c), asResponse: true }));
      const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] }; // its own type is lost with asResponse
      const key = new URL(totpURI).searchParams.get("secret") ?? "";
      return c.json({ key, uri: totpURI, qr: renderSVG(totpURI, { border: 2 }), backupCodes }, 201);
    })
    .post(
      "/confirm",
      self,
      shown,
      describe("Turn codes on; your other sessions end", { 204: "On" }),
      jsonBody(CodeInput),
      async (c) => {
        await limitGuesses(deps, c.get("signedIn"));
        const body = { code: plain(c.req.valid("json").code) };
        const answer = await answerAuth(auth.api.verifyTOTP({ body, headers: headersOf(c), asResponse: true }));
        passCookies(c, answer);
        await noteOwn(deps, c.get("signedIn"), "staff.codes-turned-on");
        // better-auth put a new session in the place of this one; any other began with less than counts from now on
        await endOtherSessions(deps, (await readSignedIn(auth, cookiesOf(answer))) ?? c.get("signedIn"));
        return c.body(null, 204);
      },
    )
    .post("/off", self, describe("Turn codes off", { 204: "Off" }), jsonBody(Confirmed), async (c) => {
      await limitGuesses(deps, c.get("signedIn"));
      const body = { password: c.req.valid("json").password };
      passCookies(c, await answerAuth(auth.api.disableTwoFactor({ body, headers: headersOf(c), asResponse: true })));
      await noteOwn(deps, c.get("signedIn"), "staff.codes-turned-off");
      return c.body(null, 204);
    })
    .post("/backup", self, describe("New backup codes", { 201: BackupCodes }), jsonBody(Confirmed), async (c) => {
      await limitGuesses(deps, c.get("signedIn"));
      const body = { password: c.req.valid("json").password };
      const answer = await answerAuth(auth.api.generateBackupCodes({ body, headers: headersOf(c), asResponse: true }));
      const { backupCodes } = BackupCodes.parse(await answer.json());
      await noteOwn(deps, c.get("signedIn"), "staff.backup-codes-made");
      return c.json({ backupCodes }, 201);
    });
}

/** Apps show "123 456". */
const plain = (code: string): string => code.replaceAll(/\s/g, "");
