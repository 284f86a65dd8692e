/** What the settings say of the ways out of the hub: mail, webhook, and where support hears of cases. */
import { z } from "zod";
import { httpUrl } from "./http-url.ts";
import type { Setting } from "./settings.ts";

/** An inbox in Chatwoot's dashboard, among its conversations or in the settings. */
const CHATWOOT_INBOX =
  /^(?<url>.+)\/app\/accounts\/(?<account>\d+)\/(?:inbox|settings\/inboxes)\/(?<inbox>\d+)(?:\/|$)/;

export const CHANNEL_SETTINGS = {
  SMTP_URL: {
    schema: z
      .string()
      .refine((url) => /^smtps?:\/\/\S+$/.test(url) && URL.canParse(url))
      .optional(),
    must: "smtp://user:password@host:587 or smtps://…:465",
    about:
      "Mail server. Outside this machine it must offer TLS; ?requireTLS=false behind the address lets a relay without it be used. Without the setting, cases and replies are read at the desk and on the receipt page only.",
    example: "smtp://user:password@mail.example.com:587",
  },
  MAIL_FROM: {
    schema: z.email().optional(),
    must: "an e-mail address",
    about: "Sender of mails. Without it, the support address of hub.yaml.",
    example: "help@example.com",
  },
  WEBHOOK_URL: {
    schema: httpUrl.optional(),
    must: "a full http(s) address",
    about: "Where cases and saved setups are posted, signed as Standard Webhooks.",
    example: "https://hooks.example.com/handrail",
  },
  WEBHOOK_SECRET: {
    schema: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
      .optional(),
    must: "whsec_ followed by at least 24 random bytes in base64",
    about: "Secret that signs webhooks; needed with WEBHOOK_URL.",
    example: "whsec_… (openssl rand -base64 24 makes the part after whsec_)",
  },
  SLACK_WEBHOOK_URL: {
    schema: httpUrl.optional(),
    must: "the address of an incoming webhook, such as https://hooks.slack.com/services/…",
    about: "Slack channel that hears of cases, by an incoming webhook. Whoever knows the address can post there.",
    example: "https://hooks.slack.com/services/T000/B000/XXXX",
  },
  ZENDESK_URL: {
    schema: httpUrl.optional(),
    must: "the address of your Zendesk, such as https://acme.zendesk.com",
    about:
      "Zendesk that gets a ticket for every case, a comment for what its customer writes later, and a note for what is answered at the desk.",
    example: "https://acme.zendesk.com",
  },
  ZENDESK_EMAIL: {
    schema: z.email().optional(),
    must: "the e-mail address of the agent that the API token belongs to",
    about: "Agent in whose name tickets are made; needed with ZENDESK_URL.",
    example: "agent@example.com",
  },
  ZENDESK_TOKEN: {
    schema: z.string().min(1).max(500).optional(),
    must: "an API token of that Zendesk",
    about: "API token (Admin Center, Apps and integrations, Zendesk API); needed with ZENDESK_URL.",
    example: "(the token)",
  },
  CHATWOOT_INBOX_URL: {
    schema: httpUrl.refine((url) => CHATWOOT_INBOX.test(url)).optional(),
    must: "the address of an API inbox as the browser shows it, such as https://chat.example.com/app/accounts/1/inbox/2",
    about:
      "API inbox of a Chatwoot that gets a conversation for every case, a message for what its customer writes later, and a note for what is answered at the desk.",
    example: "https://chat.example.com/app/accounts/1/inbox/2",
  },
  CHATWOOT_TOKEN: {
    schema: z.string().min(1).max(500).optional(),
    must: "the access token of an agent in that inbox",
    about:
      "Access token (Profile settings, Access token) of the agent who writes the notes; needed with CHATWOOT_INBOX_URL.",
    example: "(the token)",
  },
} satisfies Record<string, Setting>;

type Name = keyof typeof CHANNEL_SETTINGS;
type Given = { [Each in Name]?: string | undefined };

/** What each way out needs; null: it is off. Addresses have no slash at the end. */
export type ChannelConfig = {
  /** `from` null: the support address of hub.yaml. */
  mail: { url: string; from: string | null } | null;
  webhook: { url: string; secret: string } | null;
  slack: { url: string } | null;
  zendesk: { url: string; email: string; token: string } | null;
  /** `account` and `inbox` are numbers in its addresses. */
  chatwoot: { url: string; account: string; inbox: string; token: string } | null;
};

export const readChannelConfig = (env: Given): ChannelConfig => ({
  mail: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM ?? null } : null,
  webhook: env.WEBHOOK_URL && env.WEBHOOK_SECRET ? { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET } : null,
  slack: env.SLACK_WEBHOOK_URL ? { url: env.SLACK_WEBHOOK_URL } : null,
  zendesk:
    env.ZENDESK_URL && env.ZENDESK_EMAIL && env.ZENDESK_TOKEN
      ? { url: env.ZENDESK_URL, email: env.ZENDESK_EMAIL, token: env.ZENDESK_TOKEN }
      : null,
  chatwoot: readChatwoot(env),
});

function readChatwoot({ CHATWOOT_INBOX_URL = "", CHATWOOT_TOKEN: token }: Given): ChannelConfig["chatwoot"] {
  const { url, account, inbox } = CHATWOOT_INBOX.exec(CHATWOOT_INBOX_URL)?.groups ?? {};
  return url && account && inbox && token ? { url, account, inbox, token } : null;
}

/** Settings that are of no use without one another. */
const SETS: Name[][] = [
  ["WEBHOOK_URL", "WEBHOOK_SECRET"],
  ["ZENDESK_URL", "ZENDESK_EMAIL", "ZENDESK_TOKEN"],
  ["CHATWOOT_INBOX_URL", "CHATWOOT_TOKEN"],
];

/** What lacks its other half, in words. */
export function findHalfChannels(env: Given): string[] {
  const mistakes = SETS.flatMap((names) => {
    const there = names.find((name) => env[name]);
    if (!there) return [];
    return names
      .filter((name) => !env[name])
      .map((name) => `${name} is needed with ${there}: ${CHANNEL_SETTINGS[name].must}.`);
  });
  return env.MAIL_FROM && !env.SMTP_URL ? [...mistakes, "SMTP_URL is needed with MAIL_FROM."] : mistakes;
}

/** What of it must not be shown: passwords are taken from addresses elsewhere. A Slack address is a secret as a whole. */
export const secretsOfChannels = ({ webhook, slack, zendesk, chatwoot }: ChannelConfig): (string | undefined)[] =>
  [
    webhook?.secret,
    slack?.url,
    slack && new URL(slack.url).pathname,
    zendesk?.token,
    zendesk && basicAuth(zendesk),
    chatwoot?.token,
  ].map((secret) => secret ?? undefined);

/** As the header has it, after `Basic `. */
export const basicAuth = ({ email, token }: { email: string; token: string }): string =>
  Buffer.from(`${email}/token:${token}`).toString("base64");
