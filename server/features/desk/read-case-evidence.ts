import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CaseEvidence, SentAnswer } from "./case-content.schema.ts";
import type { FindArticle } from "./list-article-votes.ts";
import { toEvidence } from "./read-answer.ts";
import { unknownCase } from "./read-case.ts";

export type EvidenceDeps = {
  db: Db;
  findArticle: FindArticle;
  /** Checks by their ids, and connections of who has the address; app.ts hands it in. */
  readChecks: (ids: string[], email: string) => Promise<Pick<CaseEvidence, "checks" | "connections">>;
};

/** Of each kind; a trail may name more, and says what they were. */
const SHOWN = 20;

/** What a case's trail names: the answers and checks as they were, and as they are. Throws `not_found`. */
export async function readCaseEvidence(deps: EvidenceDeps, id: string): Promise<CaseEvidence> {
  const [row] = await deps.db
    .select({ trail: escalations.trail, email: escalations.email })
    .from(escalations)
    .where(eq(escalations.id, id));
  if (!row) throw unknownCase();
  const named = (kind: string, prefix: string) => {
    const refs = row.trail.filter((item) => item.kind === kind && item.ref.startsWith(prefix)).map(({ ref }) => ref);
    return [...new Set(refs)].slice(-SHOWN);
  };
  const checkIds = named("check", "check:").map((ref) => ref.slice("check:".length));
  return {
    answers: await readAnswers(deps, named("answer", "ans_")),
    ...(await deps.readChecks(checkIds, row.email)),
  };
}

async function readAnswers({ db, findArticle }: EvidenceDeps, ids: string[]): Promise<SentAnswer[]> {
  if (ids.length === 0) return [];
  const rows = await db.select().from(answers).where(inArray(answers.id, ids));
  return rows.map((answer) => toEvidence(answer, findArticle));
}
