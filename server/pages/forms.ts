import { html } from "hono/html";
import { z } from "zod";
import { AppError } from "#server/core/errors.ts";
import { HONEYPOT } from "#server/core/forms.values.ts";
import type { Html } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

/** A browser sends a field that was left empty as "": that is the same as none. */
export const optionalField = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), schema.optional());

/** Before the name of the page that a link leads back to. */
export const backIcon: Html = html`<svg class="ico turns" aria-hidden="true"><use href="/icons.svg#i-back" /></svg>`;

/** The honeypot: nobody sees it, by eye or by ear; programs fill it in. */
export const trapField: Html = html`<input type="text" name="${HONEYPOT}" tabindex="-1" autocomplete="off" hidden />`;

/** Nothing is thrown away in silence: a person whose browser filled the field in is told. */
export function refuseFilled(trap: string | undefined): void {
  if (!trap) return;
  throw new AppError("unprocessable", t.thisLooksAsIf);
}
