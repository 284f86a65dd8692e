import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { joinAndSignIn, type AuthRoutesDeps } from "#server/auth/auth.routes.ts";
import { passCookies } from "#server/auth/call-auth.ts";
import { isDeskLinkOpen, JoinInput } from "#server/auth/desk-link.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";
import { accountPageWords as t } from "./account-page.words.ts";

const Link = z.object({ token: z.string().max(100).default("") });

/** `/desk/join/`: where the one-time link leads. Works without script. */
export function joinPages(deps: AuthRoutesDeps) {
  return new Hono<PageEnv>()
    .get("/desk/join/", queryParams(Link), async (c) => {
      const { token } = c.req.valid("query");
      const open = await isDeskLinkOpen(deps, token);
      return open ? sendPage(c, joinPage(token)) : sendPage(c, closedPage(), 403);
    })
    .post("/desk/join/", formBody(JoinInput), async (c) => {
      passCookies(c, await joinAndSignIn(deps, c, c.req.valid("form")));
      return c.redirect("/desk/", 303);
    });
}

const joinPage = (token: string): Page => ({
  title: t.makeADeskAccount,
  page: "join",
  main: html`<header class="title">
      <h1>${t.makeADeskAccount}</h1>
      <p class="lede">${t.itIsAnAdmin}</p>
    </header>
    <form class="stacked" method="post" action="/desk/join/">
      <input type="hidden" name="token" value="${token}" />
      <label class="stack">
        ${t.yourNameAsCustomers}
        <input name="name" required maxlength="120" autocomplete="name" />
      </label>
      <label class="stack">
        ${t.eMailAddress}
        <input name="email" type="email" required maxlength="254" autocomplete="username" />
      </label>
      <label class="stack">
        ${t.passwordAtLeastCharacters}
        <input name="password" type="password" required minlength="10" maxlength="128" autocomplete="new-password" />
      </label>
      <p class="acts"><button class="btn main" type="submit">${t.makeItAndGo}</button></p>
    </form>`,
});

const closedPage = (): Page => ({
  title: t.thisLinkIsClosed,
  page: "join",
  main: html`<header class="title">
      <h1>${t.thisLinkIsClosed}</h1>
      <p class="lede">${t.itHasBeenUsed2}</p>
    </header>
    <p>${t.onTheMachineThat} <code>npm run desk:link</code> ${t.printsANewOne}</p>
    <p class="acts"><a href="/desk/">${t.signInAtThe}</a></p>`,
});
