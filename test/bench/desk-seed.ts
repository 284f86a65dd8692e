import type { Db } from "#db/database.ts";
import { user } from "#db/schema/auth.ts";
import { caseTags, mentions } from "#db/schema/cases.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import type { Queries } from "#db/database.ts";

export const SEEDED = { staffId: "staff-1", reference: "RF-2A2A-007", email: "person7@company7.example.com" };

const STAFF = 12;
const BATCH = 200;
const WORDS =
  "sync contacts referral booking calendar stage pipeline reward form domain company duplicate token invoice webhook field owner deal campaign discount landing template message report widget address export import login password".split(
    " ",
  );
const TAGS = ["billing", "bug", "crm", "setup", "vip"];
const TOPICS = ["syncing", "integrations", "rewards", null];

/** The same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Two years of cases of a busy desk, each with a trail and two messages: nine in ten solved. */
export async function seedDesk(db: Db, cases: number): Promise<void> {
  const pick = numbers(7);
  const end = Date.now();
  await db.transaction((tx) => seedStaff(tx, new Date(end)));
  for (let from = 0; from < cases; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, cases - from) }, (_, index) =>
      oneCase(from + index, cases, end, pick),
    );
    await db.transaction(async (tx) => {
      await tx.insert(escalations).values(rows);
      await tx.insert(messages).values(rows.flatMap((row) => talk(row, pick)));
      await tx.insert(caseTags).values(rows.flatMap(({ id }) => tagsOf(id, pick)));
      await tx.insert(mentions).values(rows.filter((_, index) => index % 100 === 0).map(mentionIn));
    });
  }
}

type Row = typeof escalations.$inferInsert;
type Pick = (below: number) => number;

const sentence = (pick: Pick, length: number) => Array.from({ length }, () => WORDS[pick(WORDS.length)]).join(" ");

async function seedStaff(tx: Queries, at: Date): Promise<void> {
  const rows = Array.from({ length: STAFF }, (_, n) => ({
    id: `staff-${n}`,
    name: `Colleague ${n}`,
    email: `s${n}@example.com`,
  }));
  const rest = { role: "agent", emailVerified: true, createdAt: at, updatedAt: at };
  await tx.insert(user).values(rows.map((row) => ({ ...row, ...rest })));
}

function oneCase(n: number, cases: number, end: number, pick: Pick): Row {
  const createdAt = new Date(end - Math.floor(((cases - n) / cases) * 730 * 86_400_000));
  const state = pick(10) > 0 ? "solved" : (["new", "open", "waiting"] as const)[pick(3)]!;
  const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  const code = `${letters[n % 30]}${letters[Math.floor(n / 30) % 30]}${letters[Math.floor(n / 900) % 30]}${letters[Math.floor(n / 27_000) % 30]}`;
  const rare = pick(5000) === 0 ? "quicksilver" : "";
  const article = { at: createdAt.toISOString(), kind: "article" as const, ref: "syncing/contacts-not-syncing" };
  return {
    id: `esc_${String(n).padStart(12, "0")}`,
    reference: n === 7 ? SEEDED.reference : `XX-${code}-001`,
    ...{ receiptHash: `hash ${n}`, receiptExpiresAt: createdAt },
    ...{ email: `person${n}@company${n % 900}.example.com`, name: `Person ${n}` },
    message: `Hello, ${sentence(pick, 30)} ${rare}. ${sentence(pick, 20)}.`,
    trail: Array.from({ length: 8 }, () => ({ ...article, title: sentence(pick, 6) })),
    ...{ state, version: 3, topicId: TOPICS[pick(TOPICS.length)] ?? null },
    priority: (["low", "normal", "normal", "high", "urgent"] as const)[pick(5)]!,
    ownerId: pick(3) === 0 ? null : `staff-${pick(STAFF)}`,
    snoozedUntil: state !== "solved" && pick(10) === 0 ? new Date(end + 86_400_000) : null,
    waitingSince: state === "new" || state === "open" ? createdAt : null,
    ...{ createdAt, updatedAt: new Date(createdAt.getTime() + pick(86_400_000)) },
  };
}

const talk = ({ id, createdAt }: Row, pick: Pick) =>
  (["agent", "customer"] as const).map((from, n) => ({
    ...{ id: `msg_${id}_${n}`, escalationId: id, from, author: from },
    body: sentence(pick, 25),
    createdAt,
  }));

const tagsOf = (escalationId: string, pick: Pick) =>
  [...new Set([TAGS[pick(TAGS.length)]!, TAGS[pick(TAGS.length)]!])]
    .filter(() => pick(4) === 0)
    .concat(pick(10) === 0 ? [] : [`t-${pick(30)}`])
    .map((tag) => ({ escalationId, tag }));

const mentionIn = ({ id, createdAt }: Row, n: number) => ({
  ...{ id: `men_${id}`, messageId: `msg_${id}_0`, escalationId: id, staffId: `staff-${n % STAFF}`, createdAt },
});
