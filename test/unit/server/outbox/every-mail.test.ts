import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Email } from "#server/outbox/channels/email.ts";
import { writeHtml } from "#server/outbox/html/write-html.ts";
import { everyMail, look, nameIn, PUBLIC_URL } from "#test/support/every-mail.ts";
import { SCRIPTS } from "#test/support/hostile.ts";
import { foreignTagsIn, linksIn, wordsIn } from "#test/support/mail-html.ts";

/** Who promises mails. A new one comes here once its mails are in test/support/every-mail.ts. */
const WRITERS = [
  "auth/invites.ts",
  "auth/open-customers.ts",
  "auth/password-resets.ts",
  "features/articles/tell-voters.ts",
  "features/escalation/create-escalation.ts",
  "features/escalation/send-fresh-link.ts",
  "features/escalation/tell-customer.ts",
  "features/escalation/tell-mentioned.ts",
  "features/integrations/checks/tell-owner.ts",
  "features/integrations/requests/decide-tenant.ts",
  "features/integrations/requests/submit-tenant.ts",
  "features/integrations/requests/tell-opened.ts",
  "features/reports/send-weekly.ts",
];

/** What is there to read: its words without marks. */
const textWords = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

async function expectSound({ text, language, ...mail }: Email): Promise<string> {
  const html = await writeHtml(look, { ...mail, text, ...(language && { language }) });
  expect(wordsIn(html)).toEqual(textWords(`${nameIn(language)} ${text}`));
  expect(foreignTagsIn(html)).toEqual([]);
  expect(linksIn(html).filter((link) => new URL(link).origin !== PUBLIC_URL)).toEqual([]);
  return html;
}

test("every mail that is promised is tried here", () => {
  const promising = globSync("**/*.ts", { cwd: "server" }).filter((file) =>
    /enqueue\(tx, \{[^}]*kind: "email"/.test(readFileSync(`server/${file}`, "utf8")),
  );
  expect(promising.toSorted()).toEqual(WRITERS);
});

describe.each(["en", "de"])("in %s", (language) => {
  test.each(everyMail(language))(
    "%s says as HTML what its text says, with its one thing to do as a button",
    async (kind, mail) => {
      const html = await expectSound(mail);
      const own = linksIn(`<body>${html.split('class="do"')[1]?.split("</table>")[0]}`);
      expect(own).toHaveLength(kind === "answer whose link is lost" ? 0 : 1);
      for (const link of own) expect(mail.text).toContain(link);
      expect(html.length).toBeLessThan(20_000);
    },
  );
});

test("mails to customers name the language that they are in, those to staff are English", () => {
  const spoken = everyMail("de").map(([kind, { language = "en" }]) => `${kind}: ${language}`);
  expect(spoken.filter((each) => each.endsWith(": en"))).toHaveLength(7);
  expect(spoken.filter((each) => each.endsWith(": de"))).toHaveLength(12);
});

const HOSTILE = [
  ...SCRIPTS,
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "[x](http://evil.example/)",
  "\u202Etxet\u202C \u2066\u2069 \u200B",
  `${PUBLIC_URL}.evil.example/ ${PUBLIC_URL}@evil.example ${PUBLIC_URL}"onmouseover="alert(1)`,
  "<!-- --> <![endif]--> </td></table></body></html><style>*{display:none}</style>",
  "&lt;script&gt; &#60;script&#62; &amp;",
];

test("what people write stays text in all of them, however hostile", async () => {
  for (const hostile of HOSTILE)
    for (const [, mail] of everyMail("en", { body: hostile, name: hostile })) await expectSound(mail);
});
