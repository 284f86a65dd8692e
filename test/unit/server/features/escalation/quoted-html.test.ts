import { describe, expect, test } from "vitest";
import { ownWords } from "#server/features/escalation/mail-in/own-words.ts";
import { readMail } from "#server/features/escalation/mail-in/read-mail.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { writeHtml } from "#server/outbox/html/write-html.ts";
import { everyMail, look, nameIn } from "#test/support/every-mail.ts";

const OWN = "It works since I signed in again.\n\nThank you!";
const OWN_HTML = OWN.replaceAll("\n\n", "<br><br>");
const HELP = "Referral Factory Help <help@example.com>";
const at = (html: string) => html.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The hub's mail as programs write it into the text part of an answer to its HTML. */
const textOf = ({ text }: Email, head: string) =>
  `${head}\n\n${text.replace(/^(.*):\n(https?:\S+)$/m, "$1 <$2>\n$2 <$2>")}`;
const quoted = (text: string) => text.replaceAll(/^/gm, "> ").replaceAll(/ +$/gm, "");
/** What a program keeps of the HTML: what stands in its body. */
const bodyOf = (html: string) => /<body>([^]*)<\/body>/.exec(html)?.[1] ?? "";

type Answer = { text?: string; html: string };
const PROGRAMS: Record<string, (mail: Email, html: string) => Answer> = {
  Gmail: (mail, html) => {
    const said = `On Mon, 23 Nov 2026 at 10:00, ${HELP} wrote:`;
    return {
      text: `${OWN}\n\n${said}\n\n${quoted(textOf(mail, `*${nameIn()}*`))}`,
      html: `<div dir="ltr">${OWN_HTML}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${at(said)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${html}</blockquote></div>`,
    };
  },
  Outlook: (mail, html) => {
    const lines = [
      `From: ${HELP}`,
      "Sent: Monday, November 23, 2026 10:00 AM",
      "To: Sam <sam@example.com>",
      `Subject: ${mail.subject}`,
    ];
    return {
      // it marks no quote with a sign
      text: `${OWN}\n\n${"_".repeat(32)}\n${lines.join("\n")}\n\n${textOf(mail, nameIn()).replaceAll(/^> /gm, "")}`,
      html: `<div class="elementToProof">${OWN_HTML}</div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr">${lines.map((line) => at(line).replace(/^\w+:/, "<b>$&</b>")).join("<br>")}<div>&nbsp;</div></div>${html}`,
    };
  },
  "Apple Mail": (mail, html) => {
    const said = `On 23 Nov 2026, at 10:00, ${HELP} wrote:`;
    return {
      text: `${OWN}\n\n${quoted(`${said}\n\n${textOf(mail, nameIn())}`)}`,
      html: `<div>${OWN_HTML}</div><br><div><blockquote type="cite"><div>${at(said)}</div><br><div>${html}</div></blockquote></div>`,
    };
  },
};

function write({ text, html }: Answer): Buffer {
  const head = [
    "From: sam@example.com",
    "To: help@example.com",
    "Subject: Re: yours",
    "Message-ID: <a@example.com>",
    "MIME-Version: 1.0",
  ];
  const as = (type: string, body: string) => `Content-Type: text/${type}; charset=utf-8\n\n${body}\n`;
  if (text === undefined) return Buffer.from(`${head.join("\n")}\n${as("html", html)}`);
  const parts = [as("plain", text), as("html", html)].map((part) => `--b\n${part}\n`).join("");
  return Buffer.from(`${head.join("\n")}\nContent-Type: multipart/alternative; boundary=b\n\n${parts}--b--\n`);
}
const wordsOf = async (answer: Answer) => ownWords((await readMail(write(answer))).text);

const mails = everyMail().filter(([, { replyTo }]) => replyTo?.startsWith("help+"));

/** Below a quote within what is quoted without a sign, the parser takes the words for new ones, as it does in plain text. */
const isTakenApart = (program: string, { text }: Email) => program !== "Outlook" || !/^>/m.test(text);
/** A rule that is drawn above a quote comes in as a line of dashes. */
const withoutRule = (words: string) => words.replace(/\n+-{80}$/, "");

describe.each(Object.entries(PROGRAMS))("an answer from %s", (program, answer) => {
  test.each(mails)("to %s comes in without what it quotes", async (_kind, mail) => {
    expect(await wordsOf(answer(mail, bodyOf(await writeHtml(look, mail))))).toBe(OWN);
  });
  test.each(mails.filter(([, mail]) => isTakenApart(program, mail)))(
    "to %s that is HTML alone, too",
    async (_kind, mail) => {
      const { html } = answer(mail, bodyOf(await writeHtml(look, mail)));
      expect(withoutRule(await wordsOf({ html }))).toBe(OWN);
    },
  );
});
