import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { joinAndSignIn, type AuthRoutesDeps } from "#server/auth/auth.routes.ts";
import { passCookies } from "#server/auth/call-auth.ts";
import { isDeskLinkOpen, JoinInput } from "#server/auth/desk-link.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";

const Link = z.object({ token: z.string().max(100).default("") });

/** `/desk/join/`: where the one-time link leads. Works without script. */
export function joinPages(deps: AuthRoutesDeps) {
  return new Hono<PageEnv>()
    .get("/desk/join/", queryParams(Link), async (c) => {
      const { token } = c.req.valid("query");
      const open = await isDeskLinkOpen(deps, token);
      return open ? sendPage(c, joinPage(token)) : sendPage(c, closedPage, 403);
    })
    .post("/desk/join/", formBody(JoinInput), async (c) => {
      passCookies(c, await joinAndSignIn(deps, c, c.req.valid("form")));
      return c.redirect("/desk/", 303);
    });
}

const joinPage = (token: string): Page => ({
  title: "Make a desk account",
  page: "join",
  main: html`<header class="title">
      <h1>Make a desk account</h1>
      <p class="lede">
        It is an admin: it reads and answers cases, and makes accounts for others. This link works once.
      </p>
    </header>
    <form class="stacked" method="post" action="/desk/join/">
      <input type="hidden" name="token" value="${token}" />
      <label class="stack">
        Your name, as customers see it
        <input name="name" required maxlength="120" autocomplete="name" />
      </label>
      <label class="stack">
        E-mail address
        <input name="email" type="email" required maxlength="254" autocomplete="username" />
      </label>
      <label class="stack">
        Password, at least 10 characters
        <input name="password" type="password" required minlength="10" maxlength="128" autocomplete="new-password" />
      </label>
      <p class="acts"><button class="btn main" type="submit">Make it and go to the desk</button></p>
    </form>`,
});

const closedPage: Page = {
  title: "This link is closed",
  page: "join",
  main: html`<header class="title">
      <h1>This link is closed</h1>
      <p class="lede">It has been used, or is more than a day old.</p>
    </header>
    <p>On the machine that serves this hub, <code>npm run desk:link</code> prints a new one.</p>
    <p class="acts"><a href="/desk/">Sign in at the desk</a></p>`,
};
