import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { unescape } from "node:querystring";
import { z } from "zod";
import { findHalfChannels, readChannelConfig, secretsOfChannels, type ChannelConfig } from "./channel-settings.ts";
import { findHalfApps, readApps, readCustomerTokens, type CustomerTokens, type OperatorApps } from "./crm-settings.ts";
import { findHalfMailIn, readMailIn, type MailIn } from "./imap-settings.ts";
import { findHalfOidc, readOidc, type OidcSettings } from "./oidc-settings.ts";
import { ROOT, SETTINGS, type SettingName } from "./settings.ts";

/** What the model may cost: tokens for the hub, answers for a network address. */
export type ModelBudget = { tokensPerMinute: number; tokensPerDay: number; answersPerVisitor: number };

/** An OpenAI-compatible server and a model that it has. `apiKey` null: it wants none. */
export type ModelServer = { apiKey: string | null; baseUrl: string; name: string };

/** What the settings mean, with combinations checked. */
export type Config = ChannelConfig & {
  host: string;
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  contentDir: string;
  buildsDir: string;
  databaseUrl: string;
  mailIn: MailIn;
  /** To addresses that have not shown they want them. */
  receiptMailsPerHour: number;
  /** null: answers are extractive. */
  model: (ModelServer & { waitSeconds: number; budget: ModelBudget; cachedAnswers: number }) | null;
  /** null: passages are found by their words alone. */
  embedding: ModelServer | null;
  outboundAllow: string[];
  trustedProxies: string[];
  spamProof: "off" | "adaptive";
  /** null: generated in dataDir. */
  authSecret: string | null;
  /** null: staff sign in by password or passkey. */
  oidc: OidcSettings | null;
  customers: CustomerTokens;
  /** Base64, 32 bytes each, the one that seals first; none: generated in dataDir. */
  sealingKeys: string[];
  apps: OperatorApps;
  /** null: nothing is counted. */
  metricsToken: string | null;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
};

/** Mistakes in the settings, one a line; meant for the terminal. */
class ConfigError extends Error {
  override name = "ConfigError";
  constructor(mistakes: string[]) {
    super([...mistakes, "More: docs/settings.md and .env.example."].join("\n"));
  }
}

type Schemas = { [Name in SettingName]: (typeof SETTINGS)[Name]["schema"] };
const Environment = z.object(
  // fromEntries forgets which key has which schema; SETTINGS knows
  Object.fromEntries(Object.entries(SETTINGS).map(([name, setting]) => [name, setting.schema])) as Schemas,
);
type Environment = z.infer<typeof Environment>;

/** The settings of this process: the environment, and `.env` for what it leaves out. @throws ConfigError */
export function readSettings(): Config {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env);
}

/** An empty value counts as not set. @throws ConfigError naming every wrong setting and what it must be. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigError([...new Set(parsed.error.issues.map((issue) => explainIssue(issue, given)))]);
  const mistakes = findConflicts(parsed.data);
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return toConfig(parsed.data);
}

/** Characters. A shorter one is not taken out of the log: it stands in many words by chance. */
const SHORTEST_SECRET = 6;

/** What of the settings must never be shown: keys, secrets, and the passwords within addresses. */
export function secretsOf(config: Config): string[] {
  const { model, embedding, mail, mailIn, webhook, authSecret, databaseUrl, oidc, customers, sealingKeys, apps } =
    config;
  const ofApps = Object.values(apps).flatMap((app) => [app.clientSecret, app.appKey]);
  const passwords = [mail?.url, webhook?.url, databaseUrl].flatMap((url) => {
    const password = url && URL.canParse(url) ? new URL(url).password : "";
    return [password, unescape(password)];
  });
  const secrets = [
    model?.apiKey,
    embedding?.apiKey,
    ...secretsOfChannels(config),
    mailIn?.mailbox.password,
    authSecret,
    config.metricsToken,
    oidc?.clientSecret,
    customers.secret,
    ...sealingKeys,
    ...ofApps,
    ...passwords,
  ].map((secret) => secret ?? "");
  return [...new Set(secrets)].filter(({ length }) => length >= SHORTEST_SECRET);
}

/** Names of settings whose value is not shown: a key, or an address that may have a password in it. */
const MAY_HOLD_A_SECRET = /(?:SECRET|KEYS?|TOKEN|_URL)$/;

function explainIssue(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  // every issue of this flat object begins at a setting's name
  const name = issue.path[0] as SettingName;
  const was = MAY_HOLD_A_SECRET.test(name) ? "" : ` It is "${given[name]}".`;
  return `${name} must be ${SETTINGS[name].must}.${was}`;
}

function findConflicts(env: Environment): string[] {
  const mistakes = findHalfChannels(env);
  if ((env.OPENAI_API_KEY || env.OPENAI_BASE_URL) && !env.OPENAI_MODEL && !env.OPENAI_EMBEDDING_MODEL)
    mistakes.push(`OPENAI_MODEL is needed with OPENAI_API_KEY or OPENAI_BASE_URL: ${SETTINGS.OPENAI_MODEL.must}.`);
  if (env.OPENAI_MODEL && !env.OPENAI_API_KEY && !env.OPENAI_BASE_URL)
    mistakes.push("OPENAI_API_KEY or OPENAI_BASE_URL is needed with OPENAI_MODEL.");
  if (env.OPENAI_EMBEDDING_MODEL && !env.OPENAI_API_KEY && !env.OPENAI_BASE_URL)
    mistakes.push("OPENAI_API_KEY or OPENAI_BASE_URL is needed with OPENAI_EMBEDDING_MODEL.");
  if (env.WORKSPACE_JWT_SECRET && env.WORKSPACE_JWKS_URL)
    mistakes.push("Give WORKSPACE_JWT_SECRET or WORKSPACE_JWKS_URL, not both.");
  mistakes.push(...findHalfMailIn(env));
  mistakes.push(...findHalfOidc(env));
  mistakes.push(...findHalfApps(env));
  return mistakes;
}

function toConfig(env: Environment): Config {
  const server = { apiKey: env.OPENAI_API_KEY ?? null, baseUrl: env.OPENAI_BASE_URL ?? "https://api.openai.com/v1" };
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl,
    dataDir: env.DATA_DIR,
    contentDir: env.CONTENT_DIR,
    buildsDir: env.BUILDS_DIR,
    databaseUrl: env.DATABASE_URL ?? `file:${path.join(env.DATA_DIR, "handrail.db")}`,
    ...readChannelConfig(env),
    mailIn: readMailIn(env),
    receiptMailsPerHour: env.RECEIPT_MAILS_PER_HOUR,
    model: env.OPENAI_MODEL
      ? {
          ...server,
          name: env.OPENAI_MODEL,
          waitSeconds: env.MODEL_WAIT_SECONDS,
          budget: {
            tokensPerMinute: env.TOKENS_PER_MINUTE,
            tokensPerDay: env.TOKENS_PER_DAY,
            answersPerVisitor: env.MODEL_ANSWERS_PER_VISITOR,
          },
          cachedAnswers: env.CACHED_ANSWERS,
        }
      : null,
    embedding: env.OPENAI_EMBEDDING_MODEL ? { ...server, name: env.OPENAI_EMBEDDING_MODEL } : null,
    outboundAllow: env.OUTBOUND_ALLOW,
    trustedProxies: env.TRUSTED_PROXIES,
    spamProof: env.SPAM_PROOF,
    authSecret: env.AUTH_SECRET ?? null,
    oidc: readOidc(env),
    customers: readCustomerTokens(env, publicUrl),
    sealingKeys: env.SEALING_KEYS,
    apps: readApps(env),
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
  };
}
