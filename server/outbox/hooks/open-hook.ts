import { and, eq, gt, isNotNull, isNull, lte, notExists, or } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { webhookAttempts, webhooks } from "#db/schema/api.ts";
import type { Clock } from "../../core/clock.ts";
import { DAY_MS } from "../../core/durations.values.ts";
import { wordsOf } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import type { GuardedAnswer, GuardedFetch } from "../../core/outbound.ts";
import type { Sealer } from "../../core/seal.ts";
import { isTaken, quote } from "../channels/ask-json.ts";
import { type Channel, ChannelAway } from "../channels/channel.ts";
import { postSigned, requireTaken } from "../post-event.ts";
import { type HookPayload, writeBody } from "./tell-hooks.ts";

export type HookDeps = { db: Db; clock: Clock; sealer: Sealer; fetch: GuardedFetch };
type Attempt = Pick<typeof webhookAttempts.$inferSelect, "deliveryId" | "status" | "ms" | "said">;

/** Nothing got through for so long: it is turned off until somebody has looked. */
const FAILING_MAX_MS = 3 * DAY_MS;
/** Longer than any delivery waits for its next attempt (retry.ts): what failed before such a silence is another failure. */
const SILENCE_MS = 1.5 * DAY_MS;
/** "Do not send here any more." */
const GONE = 410;

/** One webhook as a way out of the hub. Every attempt is noted, with what was answered. */
export const openHook = (deps: HookDeps, webhookId: string): Channel<HookPayload> => ({
  async send({ id, createdAt, payload }, signal) {
    const { db, sealer } = deps;
    const [hook] = await db
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.id, webhookId), eq(webhooks.on, true)));
    if (!hook) throw new ChannelAway("The webhook is off.");
    const receiver = { url: hook.url, secret: sealer.open(hook.secret, webhookId).text };
    const body = JSON.stringify(writeBody(payload, createdAt));
    const began = performance.now();
    const note = (answer: GuardedAnswer | null, said: string | null) =>
      noteAttempt(deps, webhookId, {
        deliveryId: id,
        status: answer?.status ?? null,
        ms: Math.round(performance.now() - began),
        said: said || null,
      });
    let answer: GuardedAnswer;
    try {
      answer = await postSigned(deps.fetch, receiver, { id, body }, signal);
    } catch (error) {
      await note(null, wordsOf(error));
      throw error;
    }
    await note(answer, isTaken(answer) ? null : quote(answer.body));
    requireTaken(answer);
    return null;
  },
});

async function noteAttempt({ db, clock }: HookDeps, webhookId: string, attempt: Attempt): Promise<void> {
  const now = clock.now();
  const own = eq(webhooks.id, webhookId);
  if (!isTaken(attempt)) await noteFailing(db, webhookId, now);
  await db.insert(webhookAttempts).values({ id: newId("wat"), webhookId, at: now, ...attempt });
  if (isTaken(attempt)) {
    await db
      .update(webhooks)
      .set({ failingSince: null })
      .where(and(own, isNotNull(webhooks.failingSince)));
    return;
  }
  const tooLong = lte(webhooks.failingSince, new Date(now.getTime() - FAILING_MAX_MS));
  const gone = attempt.status === GONE;
  await db
    .update(webhooks)
    .set({ on: false, offReason: gone ? SAYS_GONE : `${SAYS_LONG} The last time: ${sayAnswer(attempt)}` })
    .where(and(own, eq(webhooks.on, true), gone ? undefined : tooLong));
}

/** Since when nothing gets through: since now, unless it is known already and was tried meanwhile. */
async function noteFailing(db: Db, webhookId: string, now: Date): Promise<void> {
  const recent = db
    .select({ id: webhookAttempts.id })
    .from(webhookAttempts)
    .where(and(eq(webhookAttempts.webhookId, webhookId), gt(webhookAttempts.at, new Date(now.getTime() - SILENCE_MS))));
  await db
    .update(webhooks)
    .set({ failingSince: now })
    .where(and(eq(webhooks.id, webhookId), or(isNull(webhooks.failingSince), notExists(recent))));
}

const SAYS_GONE = "Turned off: its receiver answered 410, which asks to be sent nothing any more.";
const SAYS_LONG = "Turned off: nothing got through for three days.";

const sayAnswer = ({ status, said }: Attempt): string =>
  status === null
    ? `${(said ?? "no answer").replace(/\.$/, "")}.`
    : `it answered ${status}${said ? `, “${said}”` : ""}.`;
