import path from "node:path";
import type { Hub } from "#content/schema.ts";
import { isPostgres, toPath } from "#db/to-path.ts";
import type { Config } from "./core/config.ts";
import { settingsOfApp } from "./core/crm-settings.ts";
import { describeOtherAuth } from "./core/hub-keys.ts";
import { ROOT } from "./core/settings.ts";
import { CHANNELS } from "./outbox/channels/channels.ts";
import type { ChannelState } from "./outbox/choose-channels.ts";

type Started = {
  config: Config;
  hub: Hub;
  /** Where support hears of cases. */
  channels: ChannelState[];
  /** Where it listens now; differs from publicUrl behind a proxy. */
  address: string;
  articles: number;
  /** What is wrong with the names of settings, in words. */
  mistyped: string[];
  /** What is wrong with the content, where that of the build that is served stands in for it. */
  mistake: string | null;
  /** The one-time link, while nobody has a desk account. */
  deskLink: string | null;
};

/** What is on, what is off and which setting turns it on, for the terminal. */
export function describeStart({
  config,
  hub,
  channels,
  address,
  articles,
  mistyped,
  mistake,
  deskLink,
}: Started): string {
  const lines = [
    ["search", `on, ${articles} ${articles === 1 ? "article" : "articles"}`],
    ["answers", describeAnswers(config)],
    ["embeddings", describeEmbeddings(config)],
    ["mail", config.mail ? `on, through ${hostOf(config.mail.url)}` : "off: nobody is mailed (SMTP_URL turns it on)"],
    ["mail in", describeMailIn(config)],
    [
      "webhook",
      config.webhook ? `on, to ${hostOf(config.webhook.url)}` : "off (WEBHOOK_URL and WEBHOOK_SECRET turn it on)",
    ],
    ["cases", describeChannels(channels)],
    [
      "staff sign-in",
      config.oidc
        ? `by password, passkey, or at ${hostOf(config.oidc.issuer)}`
        : "by password or passkey (OIDC_ISSUER adds your company's own)",
    ],
    ["integrations", describeIntegrations(hub, config)],
    ["widget", describeWidget(hub)],
    ["database", describeDatabase(config)],
    ...describeKeys(config),
    ...(mistake === null
      ? []
      : [["content", `LOOK: as it was when the pages were built, until this is mended: ${mistake}`]]),
    ...mistyped.map((says) => ["settings", `LOOK: ${says}`]),
  ].map(([part = "", state]) => `  ${part.padEnd(13)} ${state}`);
  const open = config.publicUrl === address ? address : `${config.publicUrl} (listening on ${address})`;
  const desk = deskLink
    ? ["", "  First desk account, once, within a day (npm run desk:link prints another):", `  ${deskLink}`]
    : [];
  return [`\n${hub.product.name} ${hub.product.hub} is at ${open}`, "", ...lines, ...desk, ""].join("\n");
}

const describeMailIn = ({ mailIn }: Config): string =>
  mailIn
    ? `every minute from ${mailIn.mailbox.folder} at ${mailIn.mailbox.host}: answers go into their case, other mail becomes one`
    : "off: customers answer on the receipt page (IMAP_URL turns it on)";

function describeChannels(channels: ChannelState[]): string {
  const list = (state: ChannelState["state"], say: (channel: (typeof CHANNELS)[ChannelState["kind"]]) => string) =>
    channels.filter((channel) => channel.state === state).map(({ kind }) => say(CHANNELS[kind]));
  const on = list("on", ({ title }) => title);
  const unset = list("unset", ({ title, settings }) => `${title} NOT: hub.yaml names it, and ${settings} must be set`);
  return [on.length > 0 ? `the desk, ${on.join(", ")}` : "the desk alone", ...unset].join("; ");
}

const describeAnswers = ({ model }: Config): string =>
  model
    ? `written by ${model.name} at ${hostOf(model.baseUrl)}, each sentence checked`
    : "the articles' own sentences (OPENAI_MODEL with OPENAI_API_KEY or OPENAI_BASE_URL lets a model write)";

const describeEmbeddings = ({ embedding }: Config): string =>
  embedding
    ? `by ${embedding.name} at ${hostOf(embedding.baseUrl)}: passages are found in other words too, and gaps are grouped by meaning`
    : "off: passages are found, and gaps grouped, by their words (OPENAI_EMBEDDING_MODEL turns them on)";

const describeWidget = ({ widget: { origins } }: Hub): string =>
  origins.length > 0 ? `on, in pages of ${origins.join(", ")}` : "off (widget.origins of hub.yaml turns it on)";

function describeIntegrations({ integrations }: Hub, { apps }: Config): string {
  const offered = integrations.filter(({ availability }) => availability !== "coming_soon");
  if (offered.length === 0) return "none (hub.yaml lists them)";
  const lacking = offered.flatMap(({ id, name }) => {
    const settings = apps[id] ? null : settingsOfApp(id);
    return settings ? [`${name} by ${settings}`] : [];
  });
  const blind = offered.find(({ id, statusInstance }) => id === "salesforce" && !statusInstance);
  const hints = [
    ...(lacking.length > 0 ? [`not available to customers yet, each turned on by its app: ${lacking.join(", ")}`] : []),
    ...(blind ? [`statusInstance in hub.yaml lets ${blind.name} be watched`] : []),
  ].map((hint) => ` (${hint})`);
  return offered.map(({ name }) => name).join(", ") + hints.join("");
}

function describeDatabase({ databaseUrl }: Config): string {
  if (isPostgres(databaseUrl)) return `PostgreSQL at ${hostOf(databaseUrl)}`;
  const file = toPath(databaseUrl);
  const near = path.relative(ROOT, file);
  return `SQLite, ${near.startsWith("..") ? file : near} (DATABASE_URL takes PostgreSQL)`;
}

function describeKeys(config: Config): string[][] {
  const other = describeOtherAuth(config);
  return other ? [["keys", `LOOK: ${other.says} ${other.todo}`]] : [];
}

const hostOf = (url: string): string => new URL(url).host;
