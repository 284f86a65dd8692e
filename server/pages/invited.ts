import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { AuthRoutesDeps } from "#server/auth/auth.routes.ts";
import { answerAuth, headersOf, passCookies } from "#server/auth/call-auth.ts";
import { acceptInvite, findInvited, type InviteDeps } from "#server/auth/invites.ts";
import { AcceptInput } from "#server/auth/people.schema.ts";
import type { Config } from "#server/core/config.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";

const Link = z.object({ token: z.string().max(100).default("") });
const QUARTER_HOUR = 15 * 60;

type InvitedDeps = InviteDeps & AuthRoutesDeps & { config: Pick<Config, "publicUrl" | "mail" | "oidc"> };

/** `/desk/invited/`: where an invitation leads. Works without script. */
export function invitedPages(deps: InvitedDeps) {
  const { auth, config } = deps;
  return new Hono<PageEnv>()
    .get("/desk/invited/", queryParams(Link), async (c) => {
      const { token } = c.req.valid("query");
      const email = await findInvited(deps, token);
      return email ? sendPage(c, invitedPage(token, email, config.oidc !== null)) : sendPage(c, closedPage, 403);
    })
    .post("/desk/invited/", formBody(AcceptInput), async (c) => {
      const input = c.req.valid("form");
      await deps.takeLimit({ key: `invited:${c.get("visitor").ipKey}`, limit: 20, windowSeconds: QUARTER_HOUR });
      const email = await findInvited(deps, input.token);
      if (!email) return sendPage(c, closedPage, 403);
      await acceptInvite(deps, input);
      const body = { email, password: input.password };
      passCookies(c, await answerAuth(auth.api.signInEmail({ body, headers: headersOf(c), asResponse: true })));
      return c.redirect("/desk/", 303);
    });
}

const invitedPage = (token: string, email: string, oidc: boolean): Page => ({
  title: "Join the desk",
  page: "join",
  main: html`<header class="title">
      <h1>Join the desk</h1>
      <p class="lede">You are invited as ${email}. Choose a name and a password; you sign in with them from now on.</p>
    </header>
    <form class="stacked" method="post" action="/desk/invited/">
      <input type="hidden" name="token" value="${token}" />
      <input type="hidden" name="email" value="${email}" autocomplete="username" />
      <label class="stack">
        Your name, as customers see it
        <input name="name" required maxlength="120" autocomplete="name" />
      </label>
      <label class="stack">
        Password, at least 10 characters
        <input name="password" type="password" required minlength="10" maxlength="128" autocomplete="new-password" />
      </label>
      <p class="acts"><button class="btn main" type="submit">Join and go to the desk</button></p>
    </form>
    ${oidc ? html`<p>Or without a password: <a href="/api/auth/oidc">sign in with your company account</a>.</p>` : ""}`,
});

const closedPage: Page = {
  title: "This invitation is closed",
  page: "join",
  main: html`<header class="title">
      <h1>This invitation is closed</h1>
      <p class="lede">It has been used or revoked, a newer one was sent, or it is more than three days old.</p>
    </header>
    <p>You joined with it already? Then sign in. Otherwise ask an admin of the desk to send it again, under People.</p>
    <p class="acts"><a href="/desk/">Sign in at the desk</a></p>`,
};
