import { Hono } from "hono";
import { html } from "hono/html";
import type { AuthRoutesDeps } from "#server/auth/auth.routes.ts";
import type { InviteDeps } from "#server/auth/invites.ts";
import { findReset, resetByAddress, resetPassword } from "#server/auth/password-resets.ts";
import { ForgottenInput, ResetInput } from "#server/auth/people.schema.ts";
import { HOUR_SECONDS } from "#server/core/durations.values.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { inEvenTime } from "./even-time.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";
import { accountPage, emailField, linkFields, LinkQuery, newPasswordField, nullWhere } from "./account-parts.ts";
import { accountPageWords as t } from "./account-page.words.ts";

const QUARTER_HOUR = 15 * 60;

type ResetDeps = InviteDeps & Pick<AuthRoutesDeps, "auth" | "takeLimit">;

/** `/desk/forgotten/` asks for a link to a new password, `/desk/reset/` is where it leads. Both work without script. */
export function resetPages(deps: ResetDeps) {
  const { config, takeLimit } = deps;
  return new Hono<PageEnv>()
    .get("/desk/forgotten/", (c) => sendPage(c, config.mail ? askPage() : offPage()))
    .post("/desk/forgotten/", formBody(ForgottenInput), async (c) => {
      if (!config.mail) return sendPage(c, offPage(), 422);
      const { email } = c.req.valid("form");
      await takeLimit({ key: `forgotten:${c.get("visitor").ipKey}`, limit: 10, windowSeconds: QUARTER_HOUR });
      await takeLimit({ key: `forgotten-of:${email}`, limit: 3, windowSeconds: HOUR_SECONDS });
      await inEvenTime(resetByAddress(deps, email));
      return sendPage(c, sentPage(), 202);
    })
    .get("/desk/reset/", queryParams(LinkQuery), async (c) => {
      const { token } = c.req.valid("query");
      const email = await findReset(deps, token);
      return email ? sendPage(c, resetPage(token, email)) : sendPage(c, closedPage(), 403);
    })
    .post("/desk/reset/", formBody(ResetInput), async (c) => {
      await takeLimit({ key: `reset:${c.get("visitor").ipKey}`, limit: 20, windowSeconds: QUARTER_HOUR });
      const done = await resetPassword(deps, c.req.valid("form")).then(() => true, nullWhere("forbidden"));
      return done ? c.redirect("/desk/?came=reset", 303) : sendPage(c, closedPage(), 403);
    });
}

const askPage = (): Page =>
  accountPage(
    "join",
    t.forgottenYourPassword,
    t.typeTheAddress,
    html`<form class="stacked" method="post" action="/desk/forgotten/">
        ${emailField("username")}
        <p class="acts"><button class="btn main" type="submit">${t.sendMeALink}</button></p>
      </form>
      <p class="acts"><a href="/desk/">${t.signInAtThe}</a></p>`,
  );

const offPage = (): Page =>
  accountPage(
    "join",
    t.forgottenYourPassword,
    t.thisHubSendsNo,
    html`<p>${t.askAnAdminFor}</p>
      <p>${t.nobodyElseIsAdmin} <code>npm run desk:link -- --reset ADDRESS</code> ${t.printsOne}</p>
      <p class="acts"><a href="/desk/">${t.signInAtThe}</a></p>`,
  );

const sentPage = (): Page =>
  accountPage(
    "join",
    t.lookIntoYourMailbox,
    t.ifItHasAnAccount,
    html`<p>${t.nothingThereAfterA}</p>
      <p class="acts"><a href="/desk/forgotten/">${t.sendItAgain}</a> <a href="/desk/">${t.signInAtThe}</a></p>`,
  );

const resetPage = (token: string, email: string): Page =>
  accountPage(
    "join",
    t.chooseANewPassword,
    t.forTheAccount(email),
    html`<form class="stacked" method="post" action="/desk/reset/">
      ${linkFields(token, email)} ${newPasswordField()}
      <p class="acts"><button class="btn main" type="submit">${t.setItAndSign}</button></p>
    </form>`,
  );

const closedPage = (): Page =>
  accountPage(
    "join",
    t.thisLinkIsClosed,
    t.itHasBeenUsed3,
    html`<p class="acts"><a href="/desk/forgotten/">${t.askForANew}</a> <a href="/desk/">${t.signInAtThe}</a></p>`,
  );
