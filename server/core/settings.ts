/** Every setting, once: its schema, what it must be, and what it is for. `.env.example` and the messages of a wrong start come from here. */
import path from "node:path";
import { z } from "zod";
import { CHANNEL_SETTINGS } from "./channel-settings.ts";
import { oauthApps, type OAuthSetting } from "./crm-settings.ts";
import { IMAP_SETTINGS } from "./imap-settings.ts";
import { httpUrl } from "./http-url.ts";

export type Setting = {
  schema: z.ZodType;
  /** Completes "NAME must be …". */
  must: string;
  /** Lines for `.env.example`. */
  about: string;
  /** What `.env.example` shows; the default where there is one. */
  example: string;
};

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, "../..");
/** Relative to the project, wherever the process was started. */
const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((dir) => path.resolve(ROOT, dir));
const CIDR = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)\/\d{1,3}$/;
/** Values with spaces or commas between them; left out, none. */
const listOf = (value: z.ZodString) =>
  z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(value));
const cidrList = listOf(z.string().regex(CIDR).refine(isCidr));

function isCidr(cidr: string): boolean {
  const [address = "", bits = ""] = cidr.split("/");
  if (address.includes(":")) return Number(bits) <= 128;
  return Number(bits) <= 32 && address.split(".").every((part) => Number(part) <= 255);
}

const appValue = z.string().min(1).max(500).optional();
const keyList = listOf(z.string().refine((key) => Buffer.from(key, "base64").length === 32));

/** The operator's own app at each CRM: two settings. */
function appSettings() {
  const settings = oauthApps().flatMap(([, name, title]) => {
    const id: Setting = {
      schema: appValue,
      must: `the client id of your app at ${title}`,
      about: `Your own app at ${title}; both are needed. Without it, ${title} is “not available here yet”.`,
      example: "(its client id)",
    };
    const secret = {
      ...id,
      must: `the client secret of your app at ${title}`,
      about: "The secret of that app.",
      example: "(its client secret)",
    };
    return Object.entries({ [`${name}_CLIENT_ID`]: id, [`${name}_CLIENT_SECRET`]: secret });
  });
  // fromEntries forgets the names
  return Object.fromEntries(settings) as Record<OAuthSetting, Setting & { schema: typeof appValue }>;
}

export const SETTINGS = {
  HOST: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default("127.0.0.1"),
    must: "an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them",
    about: "Address to listen on. 127.0.0.1 is this machine only; 0.0.0.0 is every network it is in.",
    example: "127.0.0.1",
  },
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(4321),
    must: "a whole number from 0 to 65535",
    about: "Port to listen on.",
    example: "4321",
  },
  PUBLIC_URL: {
    schema: httpUrl.refine((url) => new URL(url).pathname === "/").optional(),
    must: "a full address without a path, such as https://help.example.com",
    about: "Address that readers use. Links in mails, cookies and the allowed origin follow from it.",
    example: "https://help.example.com",
  },
  DATA_DIR: {
    schema: folder("./data"),
    must: "a folder",
    about: "Where the SQLite database and generated secrets are kept. Back it up.",
    example: "./data",
  },
  CONTENT_DIR: {
    schema: folder("./content"),
    must: "a folder with hub.yaml in it",
    about: "Where hub.yaml, glossary.yaml, questions.yaml, articles, learn, parts, figures and videos are.",
    example: "./content",
  },
  BUILDS_DIR: {
    schema: folder("./builds"),
    must: "a folder",
    about: "Where built hubs are kept.",
    example: "./builds",
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^(?:file:.+|postgres(?:ql)?:\/\/.+)$/)
      .optional(),
    must: "file:<path> for SQLite, or postgres://user:password@host/name",
    about: "Database. Without it, SQLite in DATA_DIR/handrail.db. PostgreSQL when one machine is not enough.",
    example: "postgres://handrail:secret@127.0.0.1:5432/handrail",
  },
  ...CHANNEL_SETTINGS,
  ...IMAP_SETTINGS,
  RECEIPT_MAILS_PER_HOUR: {
    schema: z.coerce.number().int().min(0).default(300),
    must: "a whole number, 0 for none",
    about:
      "Receipts that the hub mails in an hour to addresses nobody has signed in with. Above it cases are made as ever, the receipt stands on the page, and the desk says that no mail went out.",
    example: "300",
  },
  OPENAI_API_KEY: {
    schema: z.string().min(1).optional(),
    must: "the key that the model's provider gave you",
    about: "Key of an OpenAI-compatible model. Without a model, answers are made of the articles' own sentences.",
    example: "sk-…",
  },
  OPENAI_BASE_URL: {
    schema: httpUrl.optional(),
    must: "a full http(s) address, such as http://127.0.0.1:11434/v1",
    about:
      "Another OpenAI-compatible server: Ollama, vLLM, llama.cpp, a provider. Needs no key where the server wants none.",
    example: "http://127.0.0.1:11434/v1",
  },
  OPENAI_MODEL: {
    schema: z.string().min(1).optional(),
    must: "the name of a model that the server has",
    about: "Model that writes answers; needed with OPENAI_API_KEY or OPENAI_BASE_URL.",
    example: "gpt-5-mini",
  },
  MODEL_WAIT_SECONDS: {
    schema: z.coerce.number().positive().max(600).default(20),
    must: "a number of seconds up to 600",
    about:
      "How long the model may take to begin; it may pause for half of that, and write for three times as long. A model on a small machine needs more.",
    example: "20",
  },
  OPENAI_EMBEDDING_MODEL: {
    schema: z.string().min(1).optional(),
    must: "the name of an embedding model that the server has",
    about:
      "Embedding model of the same server, with or without OPENAI_MODEL: Ask also finds passages that say the same in other words. It reads every article once, and every question; and what no article answered is grouped by what it means.",
    example: "text-embedding-3-small",
  },
  TOKENS_PER_DAY: {
    schema: z.coerce.number().int().min(0).default(1_000_000),
    must: "a whole number, 0 for none",
    about:
      "Tokens a day that the model may use for the whole hub; after that, answers come from the articles' own sentences.",
    example: "1000000",
  },
  TOKENS_PER_MINUTE: {
    schema: z.coerce.number().int().min(0).default(100_000),
    must: "a whole number, 0 for none",
    about: "The same for a minute: what a provider allows, or a machine can do. An answer takes about 2,500.",
    example: "100000",
  },
  MODEL_ANSWERS_PER_VISITOR: {
    schema: z.coerce.number().int().min(0).default(100),
    must: "a whole number, 0 for none",
    about: "Answers a day that the model may write for one network address.",
    example: "100",
  },
  CACHED_ANSWERS: {
    schema: z.coerce.number().int().min(0).default(1000),
    must: "a whole number, 0 for none",
    about:
      "How many of the model's answers are kept in memory for readers who ask the same, for as long as the passages that they were made from are the same.",
    example: "1000",
  },
  OUTBOUND_ALLOW: {
    schema: cidrList,
    must: "a list of networks such as 10.0.0.0/8, 127.0.0.0/8",
    about: "Private networks that webhooks may reach. Without it, public addresses only.",
    example: "127.0.0.0/8",
  },
  TRUSTED_PROXIES: {
    schema: cidrList,
    must: "a list of networks such as 127.0.0.0/8, ::1/128",
    about: "Proxies whose X-Forwarded-For is believed. Without it, a reader's address is that of the connection.",
    example: "127.0.0.0/8",
  },
  SPAM_PROOF: {
    schema: z.enum(["off", "adaptive"]).default("adaptive"),
    must: "off or adaptive",
    about: "adaptive: a small proof of work is asked for when one address sends many cases. off: limits only.",
    example: "adaptive",
  },
  AUTH_SECRET: {
    schema: z.string().min(32).optional(),
    must: "at least 32 random characters",
    about:
      "Signs sessions and makes receipts' links. Without it, a secret generated in DATA_DIR/secrets/auth: set this to what stands there when the hub has run before. Give the same one to every machine that shares a database.",
    example: "(openssl rand -base64 32 makes one)",
  },
  OIDC_ISSUER: {
    // to the letter: a provider's tokens name it so, with or without a slash at its end
    schema: z.url({ protocol: /^https?$/ }).optional(),
    must: "the full address that your OpenID Connect provider calls itself by, such as https://login.example.com",
    about:
      "Staff may sign in at your company's OpenID Connect provider; needs the next two. Whoever has a desk account or an open invitation for their verified address gets in. Redirect address: <PUBLIC_URL>/api/auth/oidc/callback.",
    example: "https://login.example.com",
  },
  OIDC_CLIENT_ID: {
    schema: appValue,
    must: "the client id that the provider gave this hub",
    about: "The hub's client at that provider.",
    example: "(its client id)",
  },
  OIDC_CLIENT_SECRET: {
    schema: appValue,
    must: "the client secret that the provider gave this hub",
    about: "The secret of that client.",
    example: "(its client secret)",
  },
  WORKSPACE_JWT_SECRET: {
    schema: z.string().min(32).optional(),
    must: "at least 32 random characters, the same as in the product",
    about:
      "Customers come from the product with a JWT (HS256) that this secret signs: sub, workspace, email, name, aud, jti, exp within 10 minutes.",
    example: "(openssl rand -base64 32 makes one)",
  },
  WORKSPACE_JWKS_URL: {
    schema: httpUrl.optional(),
    must: "a full http(s) address of the product's public keys",
    about: "The same with the product's own keys (RS256, ES256 or EdDSA) in place of a shared secret.",
    example: "https://app.example.com/.well-known/jwks.json",
  },
  WORKSPACE_JWT_AUDIENCE: {
    schema: z.string().min(1).max(200).optional(),
    must: "what the product writes into aud",
    about: "The aud of those JWTs. Without it, PUBLIC_URL.",
    example: "https://help.example.com",
  },
  SEALING_KEYS: {
    schema: keyList,
    must: "one or more keys of 32 bytes in base64, with commas between them",
    about:
      "Seal the CRM tokens and keys of customers, and private links in mails that wait. The first one seals, all of them open: put a new one in front, and the old ones go as soon as nothing needs them. Without it, a key generated in DATA_DIR/secrets/sealing, which goes on to open beside them as long as that file is there. Give the same ones to every machine that shares a database, what stood in that file among them.",
    example: "(openssl rand -base64 32 makes one)",
  },
  ...appSettings(),
  SERVICETITAN_APP_KEY: {
    schema: z.string().min(1).max(500).optional(),
    must: "the key that ServiceTitan shows for your app (ST-App-Key)",
    about: "Your own app at ServiceTitan. Without it, ServiceTitan is “not available here yet”.",
    example: "ak1.…",
  },
  METRICS_TOKEN: {
    schema: z.string().min(16).optional(),
    must: "at least 16 random characters",
    about: "Opens /metrics for Prometheus, which sends it as a bearer token. Without it there is no such page.",
    example: "(openssl rand -base64 32 makes one)",
  },
  LOG_LEVEL: {
    schema: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    must: "silent, error, warn, info or debug",
    about: "How much is logged. debug has a line a request.",
    example: "info",
  },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

/** Whether a setting that is left out means what the example says. */
function isDefault(schema: z.ZodType, example: string): boolean {
  const [without, shown] = [schema.safeParse(undefined), schema.safeParse(example)];
  return shown.success && JSON.stringify(without.data) === JSON.stringify(shown.data);
}

/** The text of `.env.example`: every setting, commented out. */
export function renderEnvExample(): string {
  const head = `# Every setting is optional: npm start serves without this file. Copy it to .env, and take the # away where you want
# another value. Behind "Default" is what holds without the line; what is behind "For example" is nobody's default: write your own.
`;
  const entries = Object.entries<Setting>(SETTINGS).map(
    ([name, { about, example, schema }]) =>
      `\n# ${about} ${isDefault(schema, example) ? "Default:" : "For example:"}\n# ${name}=${example}\n`,
  );
  return head + entries.join("");
}
