import { createTransport } from "nodemailer";
import { type Channel, ChannelAway } from "./channel.ts";

export type Email = {
  to: string;
  subject: string;
  /** Plain text: what people wrote stays text. */
  text: string;
  replyTo?: string;
  /** Mails with the same one stand together in a mailbox: an escalation's id. */
  thread?: string;
};

export type MailSettings = { url: string; from: string; fromName: string; publicUrl: string };

/** Errors of the connection, the greeting, TLS or the sign-in concern every mail, others this one. */
const AWAY = ["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EAUTH", "EPROTOCOL", "ENOAUTH", "EOAUTH2"];

export function openEmail({ url, from, fromName, publicUrl }: MailSettings): Channel<Email> {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  const { hostname } = new URL(publicUrl);
  const messageId = (id: string) => `<${id}@${hostname}>`;
  return {
    async send({ id, createdAt, payload }) {
      const thread = payload.thread && messageId(payload.thread);
      try {
        await transport.sendMail({
          from: { name: fromName, address: from },
          // As an object it is one address, whatever characters are in it.
          to: { name: "", address: payload.to },
          ...(payload.replyTo && { replyTo: { name: "", address: payload.replyTo } }),
          subject: payload.subject,
          text: payload.text,
          date: createdAt,
          messageId: messageId(id),
          ...(thread && { inReplyTo: thread, references: thread }),
          // Out-of-office machines do not answer these.
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
      } catch (error) {
        throw isAway(error) ? new ChannelAway(error.message, error) : error;
      }
    },
  };
}

const isAway = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && AWAY.includes(String(error.code));
