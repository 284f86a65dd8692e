import { createTransport } from "nodemailer";
import type { Hub } from "#content/schema.ts";
import { NO_TLS, smtpOptions } from "../core/mail-server.ts";
import { countUnread } from "../features/escalation/mail-in/read-mailbox.ts";
import { writeHtml } from "../outbox/html/write-html.ts";
import { wordsOf } from "../core/errors.ts";
import { type Doctor, fail, type Finding, ok, warn } from "./finding.ts";

/** A running hub takes fifty a minute. */
const MANY_UNREAD = 200;
const bounds = { connectionTimeout: 8000, greetingTimeout: 8000, dnsTimeout: 8000, socketTimeout: 8000 };

/** Connects and signs in; sends a mail only where an address is given. */
export async function checkMail({ config }: Doctor, hub: Hub, sendTo: string | null): Promise<Finding[]> {
  if (!config.mail) return [warn("mail", "It is off: nobody is mailed.", "Set SMTP_URL.")];
  const { url } = config.mail;
  const transport = createTransport({ ...smtpOptions(url), ...bounds });
  try {
    await transport.verify();
    if (!sendTo) return [ok("mail", "The server lets us in. Nothing was sent (--send-to=ADDRESS sends one).")];
    const mail = { subject: "A test mail", text: "This mail was sent by npm run doctor: mail works." };
    await transport.sendMail({
      ...mail,
      from: config.mail.from ?? hub.support.email,
      to: { name: "", address: sendTo },
      html: await writeHtml({ hub, publicUrl: config.publicUrl }, mail),
    });
    return [ok("mail", `The server took a mail to ${sendTo}. Look whether it arrives.`)];
  } catch (error) {
    return [fail("mail", `The server refused: ${wordsOf(error)}.`, todoFor(error))];
  } finally {
    transport.close();
  }
}

/** Signs in where answers come to, and opens the folder. No mail is read or marked. */
export async function checkMailIn({ config: { mailIn } }: Doctor): Promise<Finding[]> {
  if (!mailIn) return [];
  const { mailbox } = mailIn;
  try {
    const unread = await countUnread(mailbox);
    const says = `${mailbox.folder} opens.`;
    if (unread <= MANY_UNREAD) return [ok("mail in", `${says} ${unread} mails are unread.`)];
    return [warn("mail in", `${says} ${unread} mails are unread.`, "Look whether the hub runs, and at its log.")];
  } catch (error) {
    const todo = isRefused(error)
      ? "Look at user and password in IMAP_URL; special characters are written %XX there."
      : "Look at host, port and folder in IMAP_URL: imaps:// for port 993, imap:// for 143.";
    return [fail("mail in", `The mailbox does not open: ${answerOf(error)}.`, todo)];
  }
}

/** What the server said, where it said anything. */
const answerOf = (error: unknown): string =>
  error instanceof Error && "responseText" in error ? String(error.responseText) : wordsOf(error);

const isRefused = (error: unknown): boolean => error instanceof Error && "authenticationFailed" in error;

function todoFor(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "EAUTH") return "Look at user and password in SMTP_URL; special characters are written %XX there.";
  if (code === "ETLS") return NO_TLS;
  if (code === "EENVELOPE") return "Look at MAIL_FROM: the server must let this account send as it.";
  return "Look at host and port in SMTP_URL: smtps:// for port 465, smtp:// for 587.";
}
