import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import {
  enterByLink,
  listWorkspaces,
  MailInput,
  ReturnTo,
  sendSessionLink,
  type SessionDeps,
} from "#server/auth/session.ts";
import { askerOf, setCookies } from "#server/auth/session.routes.ts";
import { AppError } from "#server/core/errors.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { optionalField } from "./forms.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";

const AFTERWARDS = "/setup/";

/** An address that is none of ours is left out, not refused: the reader came by a link that somebody else made. */
const Back = ReturnTo.optional().catch(undefined);
const SignInQuery = z.object({ returnTo: Back });
const ConfirmQuery = z.object({ token: z.string().max(100).default(""), returnTo: Back });
const MailForm = MailInput.extend({ returnTo: optionalField(ReturnTo) }).strip();
const ConfirmForm = z.object({ token: z.string().min(1).max(100), returnTo: optionalField(ReturnTo) });

/** `/sign-in/`: customers sign in by mail. Works without script; a link that is only opened signs nobody in, as mail scanners open them. */
export function signInPages(deps: SessionDeps) {
  return new Hono<PageEnv>()
    .get("/sign-in/", queryParams(SignInQuery), (c) => {
      const { returnTo } = c.req.valid("query");
      return sendPage(c, deps.config.mail ? askPage(returnTo) : offPage(deps.verifyProductToken !== null));
    })
    .post("/sign-in/", formBody(MailForm), async (c) => {
      const { email, returnTo } = c.req.valid("form");
      await sendSessionLink(deps, askerOf(c), { email, returnTo });
      return sendPage(c, sentPage, 202);
    })
    .get("/sign-in/confirm/", queryParams(ConfirmQuery), (c) => {
      const { token, returnTo } = c.req.valid("query");
      return sendPage(c, token ? confirmPage(token, returnTo) : askPage(returnTo));
    })
    .post("/sign-in/confirm/", formBody(ConfirmForm), async (c) => {
      const { token, returnTo } = c.req.valid("form");
      const cookies = await enterByLink(deps, askerOf(c), token).catch(unlessUsed);
      if (!cookies) return sendPage(c, usedPage(returnTo), 401);
      const cookie = setCookies(c, cookies);
      const { workspaces } = await listWorkspaces(deps, new Headers({ cookie }));
      if (workspaces.length < 2) return c.redirect(returnTo ?? AFTERWARDS, 303);
      return c.redirect(`/sign-in/workspace/?${new URLSearchParams(returnTo ? { returnTo } : {})}`, 303);
    });
}

/** Null for a link that opens nothing any more: the reader gets a form for another, not an error. */
function unlessUsed(error: unknown): null {
  if (error instanceof AppError && error.code === "unauthorized") return null;
  throw error;
}

const askPage = (returnTo: string | undefined): Page => ({
  title: "Sign in",
  page: "sign-in",
  main: html`<header class="title">
      <h1>Sign in</h1>
      <p class="lede">
        For setting a CRM up and checking its connection. Reading, asking and writing to us need no account.
      </p>
    </header>
    ${linkForm(returnTo)}`,
});

const usedPage = (returnTo: string | undefined): Page => ({
  title: "Ask for a new link",
  page: "sign-in",
  main: html`<header class="title">
      <h1>Ask for a new link</h1>
      <p class="lede">The one that you opened has been used, or is more than 15 minutes old.</p>
    </header>
    ${linkForm(returnTo)}`,
});

const linkForm = (returnTo: string | undefined): Html =>
  html`<form class="stacked" method="post" action="/sign-in/">
      <input type="hidden" name="returnTo" value="${returnTo ?? ""}" />
      <label class="stack">
        E-mail address
        <input name="email" type="email" required maxlength="254" autocomplete="email" />
      </label>
      <p class="acts"><button class="btn main" type="submit">Send me a link</button></p>
    </form>
    <p class="small">There is no password. The link in the mail works once, within 15 minutes.</p>`;

const sentPage: Page = {
  title: "Look into your mailbox",
  page: "sign-in",
  main: html`<header class="title">
      <h1>Look into your mailbox</h1>
      <p class="lede">A link is on its way to you. It works once, within 15 minutes, in this browser or another.</p>
    </header>
    <p>Nothing there after a minute or two? Look where unwanted mail goes, or try again.</p>
    <p class="acts"><a href="/sign-in/">Send it again</a> <a href="/contact/">Talk to a person</a></p>`,
};

const confirmPage = (token: string, returnTo: string | undefined): Page => ({
  title: "Sign in now",
  page: "sign-in",
  main: html`<header class="title">
      <h1>Sign in now</h1>
      <p class="lede">One press more, so that only you sign in, and not a program that opens your mail.</p>
    </header>
    <form class="stacked" method="post" action="/sign-in/confirm/">
      <input type="hidden" name="token" value="${token}" />
      <input type="hidden" name="returnTo" value="${returnTo ?? ""}" />
      <p class="acts"><button class="btn main" type="submit">Sign in</button></p>
    </form>`,
});

const offPage = (fromProduct: boolean): Page => ({
  title: "Sign in",
  page: "sign-in",
  main: html`<header class="title">
      <h1>Sign in</h1>
      <p class="lede">This hub sends no mail, so there is no link that it could send you.</p>
    </header>
    <p>${fromProduct ? "Open the setup from the product: it signs you in." : "Ask a person to set it up with you."}</p>
    <p class="acts"><a href="/contact/">Talk to a person</a></p>`,
});
