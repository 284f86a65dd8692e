import { and, eq, gt, lt } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { Config } from "#server/core/config.ts";
import type { HubStatus } from "./status.schema.ts";

type Part = HubStatus["hub"][number];
type Own = {
  config: Pick<Config, "model" | "mail">;
  articles: number;
  /** The build that is served. */
  build: string;
  mailIsLate: boolean;
  /** Whether the database answers. */
  database: boolean;
};

const LATE_MS = 10 * 60_000;

/** Whether mail has been tried and is still waiting after ten minutes. */
export async function isMailLate(db: Db, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - LATE_MS);
  const [late] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(eq(outbox.kind, "email"), eq(outbox.state, "waiting"), gt(outbox.attempts, 0), lt(outbox.createdAt, since)),
    )
    .limit(1);
  return late !== undefined;
}

/** This hub's own parts, in words for readers. */
export const describeParts = (own: Own): Part[] => [
  describeArticles(own),
  { part: "answers", state: "ok", says: sayAnswers(own.config.model) },
  describeMail(own),
  own.database
    ? { part: "database", state: "ok", says: "Votes, requests and replies are kept." }
    : {
        part: "database",
        state: "warning",
        says: "Votes, requests and replies cannot be kept just now. Reading and searching go on.",
      },
];

function describeArticles({ articles, build }: Own): Part {
  if (articles === 0) return { part: "articles", state: "warning", says: "There are no articles yet." };
  const count = `${articles} ${articles === 1 ? "article" : "articles"}`;
  return { part: "articles", state: "ok", says: `Articles and search: ${count}, build ${build.slice(0, 8)}.` };
}

function sayAnswers(model: Config["model"]): string {
  if (!model) return "Ask AI, in the articles’ own sentences.";
  const { host } = new URL(model.baseUrl);
  return `Ask AI, written by ${model.name} at ${host}, each sentence checked against the articles.`;
}

function describeMail({ config, mailIsLate }: Own): Part {
  if (!config.mail) return { part: "mail", state: "off", says: "Mail. Replies stand on your private link." };
  return mailIsLate
    ? { part: "mail", state: "warning", says: "Mail is late. Replies stand on your private link." }
    : { part: "mail", state: "ok", says: "Mail about your request." };
}
