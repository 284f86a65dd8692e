import { Hono } from "hono";
import { html } from "hono/html";
import { joinAndSignIn, type AuthRoutesDeps } from "#server/auth/auth.routes.ts";
import { passCookies } from "#server/auth/call-auth.ts";
import { isDeskLinkOpen, JoinInput } from "#server/auth/desk-link.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";
import { accountPage, emailField, LinkQuery, nameField, newPasswordField } from "./account-parts.ts";
import { accountPageWords as t } from "./account-page.words.ts";

/** `/desk/join/`: where the one-time link leads. Works without script. */
export function joinPages(deps: AuthRoutesDeps) {
  return new Hono<PageEnv>()
    .get("/desk/join/", queryParams(LinkQuery), async (c) => {
      const { token } = c.req.valid("query");
      const open = await isDeskLinkOpen(deps, token);
      return open ? sendPage(c, joinPage(token)) : sendPage(c, closedPage(), 403);
    })
    .post("/desk/join/", formBody(JoinInput), async (c) => {
      passCookies(c, await joinAndSignIn(deps, c, c.req.valid("form")));
      return c.redirect("/desk/", 303);
    });
}

const joinPage = (token: string): Page =>
  accountPage(
    "join",
    t.makeADeskAccount,
    t.itIsAnAdmin,
    html`<form class="stacked" method="post" action="/desk/join/">
      <input type="hidden" name="token" value="${token}" />
      ${nameField()} ${emailField("username")} ${newPasswordField()}
      <p class="acts"><button class="btn main" type="submit">${t.makeItAndGo}</button></p>
    </form>`,
  );

const closedPage = (): Page =>
  accountPage(
    "join",
    t.thisLinkIsClosed,
    t.itHasBeenUsed2,
    html`<p>${t.onTheMachineThat} <code>npm run desk:link</code> ${t.printsANewOne}</p>
      <p class="acts"><a href="/desk/">${t.signInAtThe}</a></p>`,
  );
