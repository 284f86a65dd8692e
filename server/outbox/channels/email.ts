import { createTransport } from "nodemailer";
import { NO_TLS, smtpOptions } from "../../core/mail-server.ts";
import type { Sealer } from "../../core/seal.ts";
import type { CaseEvent } from "../case-events.ts";
import { describeCase, joinLines, saySubject, sayWho, describeFiles, sayAuthor, sayFiles } from "./case-text.ts";
import { type Channel, ChannelAway, type ChannelDefinition, ChannelRefused, type Told } from "./channel.ts";
import { type Look, type Written, writeHtml } from "../html/write-html.ts";
import { openText } from "./sealed-link.ts";

/** The text is empty once it was sent. */
export type Email = Written & {
  to: string;
  /** What `sealLink` took out of the text. */
  link?: string;
  replyTo?: string;
  /** Mails with the same one stand together in a mailbox: an escalation's id. */
  thread?: string;
};

type MailSettings = { url: string; from: string; look: Look };

/** Mail to support. Mail to customers goes the same way, whether or not support wants any. */
export const email: ChannelDefinition<Email> = {
  name: "mail",
  title: "Mail",
  settings: "SMTP_URL",
  isSet: (config) => config.mail !== null,
  open: ({ mail, publicUrl }, sender, sealer) =>
    mail &&
    openEmail({ url: mail.url, from: mail.from ?? sender.support.email, look: { hub: sender, publicUrl } }, sealer),
  tell: (event, told) => {
    const words = wordsOf(event, told);
    if (!words) return null;
    const { id, reference } = event.data;
    const subject = saySubject(reference, words.subject);
    const text = joinLines(...words.text);
    return { to: told.support.email, replyTo: words.from, thread: id, subject, text, action: AT_DESK };
  },
};

const AT_DESK = "Answer at the desk:";

/** That a case is solved is no reason for a mail. */
function wordsOf({ type, data }: CaseEvent, told: Told) {
  const desk = `${AT_DESK} ${data.deskUrl}`;
  if (type === "escalation.replied")
    return {
      from: data.author,
      subject: data.body || sayFiles(data.files.length),
      text: [`${sayAuthor(data)} wrote:`, "", data.body, ...describeFiles(data.files), "", desk],
    };
  if (type !== "escalation.created") return null;
  const text = [
    `${sayWho(data)} asks for a person.`,
    "",
    ...describeCase(data, told),
    "",
    desk,
    "An answer to this mail reaches the customer too, but does not stand on the receipt.",
  ];
  return { from: data.email, subject: data.subject ?? data.message, text };
}

/** Errors of the connection, the greeting, TLS or the sign-in concern every mail, others this one. */
const AWAY = ["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EAUTH", "EPROTOCOL", "ENOAUTH", "EOAUTH2"];

function openEmail({ url, from, look }: MailSettings, sealer: Sealer): Channel<Email> {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };
  const transport = createTransport({ ...smtpOptions(url), ...timeouts });
  const { hostname } = new URL(look.publicUrl);
  const { name, hub } = look.hub.product;
  const messageId = (id: string) => `<${id}@${hostname}>`;
  return {
    remains: ({ to, subject }) => ({ to, subject, text: "" }),
    async send({ id, createdAt, payload }) {
      const text = openText(sealer, payload);
      const html = await writeHtml(look, { ...payload, text });
      const thread = payload.thread && messageId(payload.thread);
      try {
        await transport.sendMail({
          from: { name: `${name} ${hub}`, address: from },
          // As an object it is one address, whatever characters are in it.
          to: { name: "", address: payload.to },
          ...(payload.replyTo && { replyTo: { name: "", address: payload.replyTo } }),
          subject: payload.subject,
          text,
          html,
          date: createdAt,
          messageId: messageId(id),
          ...(thread && { inReplyTo: thread, references: thread }),
          // Out-of-office machines do not answer these.
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
        return null;
      } catch (error) {
        if (isUnknownMailbox(error)) throw new ChannelRefused(error.message, { cause: error });
        throw isAway(error) ? new ChannelAway(sayAway(error), { cause: error }) : error;
      }
    },
  };
}

/** There is no such mailbox, and never will be. 5.7 is a rule about who may send, which the operator can mend. */
const isUnknownMailbox = (error: unknown): error is Error =>
  error instanceof Error &&
  "command" in error &&
  error.command === "RCPT TO" &&
  /\b55[0-4]\b(?! 5\.7)/.test(error.message) &&
  !/relay/i.test(error.message);

const sayAway = (error: Error): string =>
  "code" in error && error.code === "ETLS" ? `${error.message} ${NO_TLS}` : error.message;

const isAway = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && AWAY.includes(String(error.code));
