import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { AuthRoutesDeps } from "#server/auth/auth.routes.ts";
import type { InviteDeps } from "#server/auth/invites.ts";
import { findReset, resetByAddress, resetPassword } from "#server/auth/password-resets.ts";
import { ForgottenInput, ResetInput } from "#server/auth/people.schema.ts";
import { AppError } from "#server/core/errors.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";
import { accountPageWords as t } from "./account-page.words.ts";

const Link = z.object({ token: z.string().max(100).default("") });
const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

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
      // so few that how long an answer takes tells nobody which addresses are known
      await takeLimit({ key: `forgotten-of:${email}`, limit: 3, windowSeconds: HOUR });
      await resetByAddress(deps, email);
      return sendPage(c, sentPage(), 202);
    })
    .get("/desk/reset/", queryParams(Link), async (c) => {
      const { token } = c.req.valid("query");
      const email = await findReset(deps, token);
      return email ? sendPage(c, resetPage(token, email)) : sendPage(c, closedPage(), 403);
    })
    .post("/desk/reset/", formBody(ResetInput), async (c) => {
      await takeLimit({ key: `reset:${c.get("visitor").ipKey}`, limit: 20, windowSeconds: QUARTER_HOUR });
      const done = await resetPassword(deps, c.req.valid("form")).then(() => true, unlessClosed);
      return done ? c.redirect("/desk/?came=reset", 303) : sendPage(c, closedPage(), 403);
    });
}

/** A link that opens nothing any more leads to a page that says how to get another, not to an error. */
function unlessClosed(error: unknown): false {
  if (error instanceof AppError && error.code === "forbidden") return false;
  throw error;
}

const askPage = (): Page => ({
  title: t.forgottenYourPassword,
  page: "join",
  main: html`<header class="title">
      <h1>${t.forgottenYourPassword}</h1>
      <p class="lede">${t.typeTheAddress}</p>
    </header>
    <form class="stacked" method="post" action="/desk/forgotten/">
      <label class="stack">
        ${t.eMailAddress}
        <input name="email" type="email" required maxlength="254" autocomplete="username" />
      </label>
      <p class="acts"><button class="btn main" type="submit">${t.sendMeALink}</button></p>
    </form>
    <p class="acts"><a href="/desk/">${t.signInAtThe}</a></p>`,
});

const offPage = (): Page => ({
  title: t.forgottenYourPassword,
  page: "join",
  main: html`<header class="title">
      <h1>${t.forgottenYourPassword}</h1>
      <p class="lede">${t.thisHubSendsNo}</p>
    </header>
    <p>${t.askAnAdminFor}</p>
    <p>${t.nobodyElseIsAdmin} <code>npm run desk:link -- --reset ADDRESS</code> ${t.printsOne}</p>
    <p class="acts"><a href="/desk/">${t.signInAtThe}</a></p>`,
});

const sentPage = (): Page => ({
  title: t.lookIntoYourMailbox,
  page: "join",
  main: html`<header class="title">
      <h1>${t.lookIntoYourMailbox}</h1>
      <p class="lede">${t.ifItHasAnAccount}</p>
    </header>
    <p>${t.nothingThereAfterA}</p>
    <p class="acts"><a href="/desk/forgotten/">${t.sendItAgain}</a> <a href="/desk/">${t.signInAtThe}</a></p>`,
});

const resetPage = (token: string, email: string): Page => ({
  title: t.chooseANewPassword,
  page: "join",
  main: html`<header class="title">
      <h1>${t.chooseANewPassword}</h1>
      <p class="lede">${t.forTheAccount(email)}</p>
    </header>
    <form class="stacked" method="post" action="/desk/reset/">
      <input type="hidden" name="token" value="${token}" />
      <input type="hidden" name="email" value="${email}" autocomplete="username" />
      <label class="stack">
        ${t.passwordAtLeastCharacters}
        <input name="password" type="password" required minlength="10" maxlength="128" autocomplete="new-password" />
      </label>
      <p class="acts"><button class="btn main" type="submit">${t.setItAndSign}</button></p>
    </form>`,
});

const closedPage = (): Page => ({
  title: t.thisLinkIsClosed,
  page: "join",
  main: html`<header class="title">
      <h1>${t.thisLinkIsClosed}</h1>
      <p class="lede">${t.itHasBeenUsed3}</p>
    </header>
    <p class="acts"><a href="/desk/forgotten/">${t.askForANew}</a> <a href="/desk/">${t.signInAtThe}</a></p>`,
});
