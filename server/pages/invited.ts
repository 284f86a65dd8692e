import { Hono } from "hono";
import { html } from "hono/html";
import type { AuthRoutesDeps } from "#server/auth/auth.routes.ts";
import { answerAuth, headersOf, passCookies } from "#server/auth/call-auth.ts";
import { acceptInvite, findInvited, type InviteDeps } from "#server/auth/invites.ts";
import { AcceptInput } from "#server/auth/people.schema.ts";
import type { Config } from "#server/core/config.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";
import { accountPage, linkFields, LinkQuery, nameField, newPasswordField } from "./account-parts.ts";
import { accountPageWords as t } from "./account-page.words.ts";

const QUARTER_HOUR = 15 * 60;

type InvitedDeps = InviteDeps & AuthRoutesDeps & { config: Pick<Config, "publicUrl" | "mail" | "oidc"> };

/** `/desk/invited/`: where an invitation leads. Works without script. */
export function invitedPages(deps: InvitedDeps) {
  const { auth, config } = deps;
  return new Hono<PageEnv>()
    .get("/desk/invited/", queryParams(LinkQuery), async (c) => {
      const { token } = c.req.valid("query");
      const email = await findInvited(deps, token);
      return email ? sendPage(c, invitedPage(token, email, config.oidc !== null)) : sendPage(c, closedPage(), 403);
    })
    .post("/desk/invited/", formBody(AcceptInput), async (c) => {
      const input = c.req.valid("form");
      await deps.takeLimit({ key: `invited:${c.get("visitor").ipKey}`, limit: 20, windowSeconds: QUARTER_HOUR });
      const email = await findInvited(deps, input.token);
      if (!email) return sendPage(c, closedPage(), 403);
      await acceptInvite(deps, input);
      const body = { email, password: input.password };
      passCookies(c, await answerAuth(auth.api.signInEmail({ body, headers: headersOf(c), asResponse: true })));
      return c.redirect("/desk/", 303);
    });
}

const invitedPage = (token: string, email: string, oidc: boolean): Page =>
  accountPage(
    "join",
    t.joinTheDesk,
    t.youAreInvitedAs(email),
    html`<form class="stacked" method="post" action="/desk/invited/">
        ${linkFields(token, email)} ${nameField()} ${newPasswordField()}
        <p class="acts"><button class="btn main" type="submit">${t.joinAndGoTo}</button></p>
      </form>
      ${oidc ? html`<p>${t.orWithoutAPassword} <a href="/api/auth/oidc">${t.signInWithYour}</a>.</p>` : ""}`,
  );

const closedPage = (): Page =>
  accountPage(
    "join",
    t.thisInvitationIsClosed,
    t.itHasBeenUsed,
    html`<p>${t.youJoinedWithIt}</p>
      <p class="acts"><a href="/desk/">${t.signInAtThe}</a></p>`,
  );
