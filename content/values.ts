/** Values of hub.yaml and frontmatter that have a form of their own. */
import { z } from "zod";
import { isKnownLanguage, sayUnknownLanguage } from "./known-language.ts";

export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "use lower-case letters, digits and single hyphens");

export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "use HH:MM, 24 hours");
export const HttpUrl = z.url({ protocol: /^https?$/, error: "use a full http(s) address" });

/** As a browser names where a page is from: scheme, host and port, nothing behind them. */
export const Origin = z
  .string()
  .refine(
    (origin) =>
      /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin,
    "use an origin such as https://app.example.com: no path, and no slash at its end",
  );

/** Where a link of the operator leads. */
export const HubAddress = z
  .string({ error: "name the address" })
  .regex(
    /^(?:\/(?![/\\])[^\s\\]*|https:\/\/[^\s/\\]+(?:\/[^\s\\]*)?)$/,
    "use an address of this hub, such as /articles/topic/slug/, or a full https address",
  );

export const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, "use an IANA time zone such as Africa/Johannesburg");

export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, "use a language tag such as de, pt-BR or zh-Hans")
  .refine(isKnownLanguage, { error: ({ input }) => sayUnknownLanguage(String(input)) });

const OfferedText = z.string().min(8).max(120);
/** A question that a page offers for Ask. `section`: the anchor of what answers it, in the article itself; null where Ask looks for it as for any other. */
export const OfferedQuestion = z.union(
  [OfferedText.transform((ask) => ({ ask, section: null })), z.strictObject({ ask: OfferedText, section: z.string() })],
  "write a question of 8 to 120 letters, or { ask: the question, section: the anchor of what answers it }",
);
