/** What the settings say of the mailbox that answers come to. */
import { unescape } from "node:querystring";
import { z } from "zod";
import type { Setting } from "./settings.ts";

export const IMAP_SETTINGS = {
  IMAP_URL: {
    schema: z
      .string()
      .regex(/^imaps?:\/\/[^\s:@/]+:[^\s@/]+@[^\s@]+$/)
      .refine((url) => URL.canParse(url))
      .optional(),
    must: "imaps://user:password@host:993, with %40 for an @ in the user, and the folder behind it where it is not INBOX",
    about:
      "Mailbox of its own that is read every minute: answers to the hub's mails go into their case, other mails become one. Needs SMTP_URL.",
    example: "imaps://help%40example.com:password@mail.example.com:993",
  },
  REPLY_ADDRESS: {
    schema: z.email().optional(),
    must: "an e-mail address",
    about:
      "Address whose mail comes into that mailbox, also with +something behind its name. Without it, the sender of mails.",
    example: "help@example.com",
  },
} satisfies Record<string, Setting>;

type Given = { [Name in keyof typeof IMAP_SETTINGS]?: string | undefined };

export type Mailbox = { host: string; port: number; secure: boolean; user: string; password: string; folder: string };
/** null: no mail is read. `replyTo` null: the sender of mails. */
export type MailIn = { mailbox: Mailbox; replyTo: string | null } | null;

export function readMailIn({ IMAP_URL, REPLY_ADDRESS }: Given): MailIn {
  if (!IMAP_URL) return null;
  const { protocol, hostname, port, username, password, pathname } = new URL(IMAP_URL);
  const secure = protocol === "imaps:";
  const mailbox = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port ? Number(port) : secure ? 993 : 143,
    secure,
    user: unescape(username),
    password: unescape(password),
    folder: unescape(pathname.slice(1)) || "INBOX",
  };
  return { mailbox, replyTo: REPLY_ADDRESS ?? null };
}

/** Mistakes in words: who reads mail must be able to answer it. */
export function findHalfMailIn(env: Given & { SMTP_URL?: string | undefined }): string[] {
  if (env.IMAP_URL && !env.SMTP_URL) return ["SMTP_URL is needed with IMAP_URL: answers go out by mail."];
  return env.REPLY_ADDRESS && !env.IMAP_URL ? ["IMAP_URL is needed with REPLY_ADDRESS."] : [];
}
