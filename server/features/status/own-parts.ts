import { and, eq, gt, lt, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { Config } from "#server/core/config.ts";
import { ownPartsWords as t } from "./own-parts.words.ts";
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

/** Whether mail has been tried, is still waiting after ten minutes, and no other went out since: one alone may be refused. */
export async function isMailLate(db: Db, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - LATE_MS);
  const other = alias(outbox, "other");
  const wentOut = db
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.kind, "email"), gt(other.sentAt, outbox.createdAt)));
  const [late] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, "email"),
        eq(outbox.state, "waiting"),
        gt(outbox.attempts, 0),
        lt(outbox.createdAt, since),
        notExists(wentOut),
      ),
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
    ? { part: "database", state: "ok", says: t.database }
    : { part: "database", state: "warning", says: t.noDatabase },
];

function describeArticles({ articles, build }: Own): Part {
  if (articles === 0) return { part: "articles", state: "warning", says: t.noArticles };
  return { part: "articles", state: "ok", says: t.articles(articles, build.slice(0, 8)) };
}

function sayAnswers(model: Config["model"]): string {
  if (!model) return t.answers;
  const { host } = new URL(model.baseUrl);
  return t.answersByModel(model.name, host);
}

function describeMail({ config, mailIsLate }: Own): Part {
  if (!config.mail) return { part: "mail", state: "off", says: t.noMail };
  return mailIsLate
    ? { part: "mail", state: "warning", says: t.mailIsLate }
    : { part: "mail", state: "ok", says: t.mail };
}
