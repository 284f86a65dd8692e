import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import {
  enterByLink,
  enterFromFrame,
  listWorkspaces,
  MailInput,
  ReturnTo,
  sendSessionLink,
  type SessionDeps,
} from "#server/auth/session.ts";
import { findReturnTo } from "#server/auth/return-to.ts";
import { askerOf, setCookies } from "#server/auth/session.routes.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { afterwardsIn } from "./afterwards.ts";
import { optionalField } from "./forms.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { accountPage, emailField, LinkQuery, nullWhere } from "./account-parts.ts";
import { accountPageWords as t } from "./account-page.words.ts";

/** An address that is none of ours is left out, not refused: the reader came by a link that somebody else made. */
const SignInQuery = z.object({ returnTo: ReturnTo.optional().catch(undefined) });
const MailForm = MailInput.extend({ returnTo: optionalField(ReturnTo) }).strip();
const FrameForm = z.object({
  bearer: z
    .string()
    .max(1000)
    .regex(/^[!-~]+$/),
  returnTo: optionalField(ReturnTo),
});
const ConfirmForm = z.object({ token: z.string().min(1).max(100), returnTo: optionalField(ReturnTo) });

/** `/sign-in/`: customers sign in by mail. Works without script; a link that is only opened signs nobody in, as mail scanners open them. */
export function signInPages(deps: SessionDeps & { hub: Pick<Hub, "integrations"> }) {
  return (
    new Hono<PageEnv>()
      .get("/sign-in/", queryParams(SignInQuery), (c) => {
        const { returnTo } = c.req.valid("query");
        return sendPage(c, deps.config.mail ? askPage(returnTo) : offPage(deps.verifyProductToken !== null));
      })
      .post("/sign-in/", formBody(MailForm), async (c) => {
        const { email, returnTo } = c.req.valid("form");
        await sendSessionLink(deps, askerOf(c), { email, returnTo });
        return sendPage(c, sentPage(), 202);
      })
      // from a form of the widget's frame, so that the session is in no address
      .post("/sign-in/from-widget/", formBody(FrameForm), async (c) => {
        const { bearer, returnTo } = c.req.valid("form");
        setCookies(c, await enterFromFrame(deps, askerOf(c), bearer));
        c.header("Cache-Control", "no-store");
        return c.redirect(returnTo ?? afterwardsIn(deps.hub), 303);
      })
      .get("/sign-in/confirm/", queryParams(LinkQuery), async (c) => {
        const { token } = c.req.valid("query");
        return sendPage(c, token ? confirmPage(token, await findReturnTo(deps, token)) : askPage(undefined));
      })
      .post("/sign-in/confirm/", formBody(ConfirmForm), async (c) => {
        const { token, returnTo } = c.req.valid("form");
        const cookies = await enterByLink(deps, askerOf(c), token).catch(nullWhere("unauthorized"));
        if (!cookies) return sendPage(c, usedPage(returnTo), 401);
        const cookie = setCookies(c, cookies);
        const { workspaces } = await listWorkspaces(deps, new Headers({ cookie }));
        if (workspaces.length < 2) return c.redirect(returnTo ?? afterwardsIn(deps.hub), 303);
        return c.redirect(`/sign-in/workspace/?${new URLSearchParams(returnTo ? { returnTo } : {})}`, 303);
      })
  );
}

const askPage = (returnTo: string | undefined): Page =>
  accountPage("sign-in", t.signIn, t.forSettingACrm, linkForm(returnTo));

const usedPage = (returnTo: string | undefined): Page =>
  accountPage("sign-in", t.askForANew, t.theOneThatYou, linkForm(returnTo));

const linkForm = (returnTo: string | undefined): Html =>
  html`<form class="stacked" method="post" action="/sign-in/">
      <input type="hidden" name="returnTo" value="${returnTo ?? ""}" />
      ${emailField("email")}
      <p class="acts"><button class="btn main" type="submit">${t.sendMeALink}</button></p>
    </form>
    <p class="small">${t.thereIsNoPassword}</p>`;

const sentPage = (): Page =>
  accountPage(
    "sign-in",
    t.lookIntoYourMailbox,
    t.aLinkIsOn,
    html`<p>${t.nothingThereAfterA}</p>
      <p class="acts"><a href="/sign-in/">${t.sendItAgain}</a> <a href="/contact/">${t.talkToAPerson}</a></p>`,
  );

const confirmPage = (token: string, returnTo: string | undefined): Page =>
  accountPage(
    "sign-in",
    t.signInNow,
    t.onePressMoreSo,
    html`<form class="stacked" method="post" action="/sign-in/confirm/">
      <input type="hidden" name="token" value="${token}" />
      <input type="hidden" name="returnTo" value="${returnTo ?? ""}" />
      <p class="acts"><button class="btn main" type="submit">${t.signIn}</button></p>
    </form>`,
  );

const offPage = (fromProduct: boolean): Page =>
  accountPage(
    "sign-in",
    t.signIn,
    t.thisHubSendsNo,
    html`<p>${fromProduct ? t.openTheSetupFrom : t.askAPersonTo}</p>
      <p class="acts"><a href="/contact/">${t.talkToAPerson}</a></p>`,
  );
