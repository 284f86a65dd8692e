/** A mail's HTML, made of its plain text alone (docs/adr/0040): nobody writes a mail twice, and no word can differ. */
import { html, raw } from "hono/html";
import { directionOf } from "#content/direction.ts";
import { hubIn } from "#content/languages.ts";
import type { Hub } from "#content/schema.ts";
import { stylesOf } from "./mail-styles.ts";
import { splitOwnLinks } from "./own-links.ts";
import { type Action, type Block, splitMail } from "./split-mail.ts";

/** Whose mails they are; `publicUrl` is the only origin that they link to. */
export type Look = { hub: Pick<Hub, "languages" | "product" | "brand" | "translations" | "topics">; publicUrl: string };
export type Written = {
  subject: string;
  /** Plain: what people wrote stays text. */
  text: string;
  /** Words of the text before the one link that it is sent for: they become its button. */
  action?: string;
  /** Of what the hub says in it; English where it is not said, as mails to staff are. */
  language?: string;
};

/** A whole document. What stands in the text is text there too: no markup, picture or link can come of it but a link to this hub. */
export async function writeHtml({ hub, publicUrl }: Look, written: Written): Promise<string> {
  const { subject, text, action: words, language = "en" } = written;
  const { above, action, below } = splitMail(text, words, publicUrl);
  const { product } = hubIn(hub, language);
  const { day, night } = stylesOf(hub.brand);
  const speaks = html`lang="${language}" dir="${directionOf(language)}"`;
  const blocks = (some: Block[]) => some.map((block) => writeBlock(block, publicUrl));
  return String(
    await html`<!doctype html>
      <html ${speaks}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
          <title>${subject}</title>
          <style>
            ${raw(day)}
          </style>
          <style>
            ${raw(night)}
          </style>
        </head>
        <body>
          <!--[if mso]><table role="presentation" align="center" width="600"><tr><td><![endif]-->
          <main ${speaks}>
            <table role="presentation" class="mail" cellspacing="0" cellpadding="0" border="0" ${speaks}>
              <tr>
                <td class="head"><h1>${product.name} ${product.hub}</h1></td>
              </tr>
              <tr>
                <td class="body">${blocks(above)}${action && writeAction(action, publicUrl)}${blocks(below)}</td>
              </tr>
            </table>
          </main>
          <!--[if mso]></td></tr></table><![endif]-->
        </body>
      </html>`,
  );
}

/** People write in languages of their own within a mail: each part finds its direction by itself. */
function writeBlock(block: Block, origin: string) {
  if (block.kind === "list")
    return html`<ul dir="auto">
      ${block.items.map((lines) => html`<li>${writeLines(lines, origin)}</li>`)}
    </ul>`;
  const paragraph = html`<p dir="auto">${writeLines(block.lines, origin)}</p>`;
  return block.kind === "quote" ? html`<blockquote>${paragraph}</blockquote>` : paragraph;
}

/** The address stands beside its button: to copy, and to see where it leads. */
const writeAction = ({ words, link, beside }: Action, origin: string) =>
  html`<table role="presentation" class="do" cellspacing="0" cellpadding="0" border="0">
      <tr>
        <td><a href="${link}" dir="auto">${words.replace(/[\s:.]+$/, "")}</a></td>
      </tr>
    </table>
    <p class="beside">${writeLines(beside, origin)}</p>`;

const writeLines = (lines: string[], origin: string) =>
  lines.map((line, at) => [at === 0 ? "" : raw("<br>"), writeLine(line, origin)]);

/** Indents are kept: Outlook knows no `white-space`. */
const writeLine = (line: string, origin: string) =>
  splitOwnLinks(
    line.replace(/^ +/, (indent) => "\u00a0".repeat(indent.length)),
    origin,
  ).map(({ text, link }) => (link ? html`<a href="${text}" dir="ltr">${text}</a>` : text));
