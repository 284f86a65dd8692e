/** What the pages of accounts share: signing in, joining, and links that work once. */
import { html } from "hono/html";
import { z } from "zod";
import { AppError } from "#server/core/errors.ts";
import { accountPageWords as t } from "./account-page.words.ts";
import type { Html, Page } from "./shell.ts";

/** `?token=`, as the links have it; one that is cut off opens nothing, and says so. */
export const LinkQuery = z.object({ token: z.string().max(100).default("") });

/** `page` is for whom it is: the desk's people join, customers sign in. */
export const accountPage = (page: "join" | "sign-in", title: string, lede: string, rest: Html): Page => ({
  title,
  page,
  main: html`<header class="title">
      <h1>${title}</h1>
      <p class="lede">${lede}</p>
    </header>
    ${rest}`,
});

/** A link that opens nothing any more leads to a page that says how to get another, not to an error: null for such a refusal. */
export const nullWhere =
  (refused: AppError["code"]) =>
  (error: unknown): null => {
    if (error instanceof AppError && error.code === refused) return null;
    throw error;
  };

export const nameField = (): Html =>
  html`<label class="stack">
    ${t.yourNameAsCustomers}
    <input name="name" required maxlength="120" autocomplete="name" />
  </label>`;

/** "username" where a password belongs to it. */
export const emailField = (autocomplete: "username" | "email"): Html =>
  html`<label class="stack">
    ${t.eMailAddress}
    <input name="email" type="email" required maxlength="254" autocomplete="${autocomplete}" />
  </label>`;

export const newPasswordField = (): Html =>
  html`<label class="stack">
    ${t.passwordAtLeastCharacters}
    <input name="password" type="password" required minlength="10" maxlength="128" autocomplete="new-password" />
  </label>`;

/** What a link carried on to its form; the address is hidden, so that a password manager keeps the password with it. */
export const linkFields = (token: string, email: string): Html =>
  html`<input type="hidden" name="token" value="${token}" />
    <input type="hidden" name="email" value="${email}" autocomplete="username" />`;
