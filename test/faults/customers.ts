import { setTimeout as sleep } from "node:timers/promises";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import type { VoteReceipt } from "#server/features/feedback/feedback.schema.ts";
import { newSecret } from "#server/core/ids.ts";

/** What the hub has said yes to, kept outside of the process that is killed. */
export type Ledger = {
  /** Case id → address that asked. */
  cases: Map<string, string>;
  /** Message id → case id. */
  replies: Map<string, string>;
  votes: Set<string>;
};
export const openLedger = (): Ledger => ({ cases: new Map(), replies: new Map(), votes: new Set() });
export const sizeOf = ({ cases, replies, votes }: Ledger): number => cases.size + replies.size + votes.size;

type Load = { url: string; articleId: string; ledger: Ledger; signal: AbortSignal };

const AGAIN_MS = 25;
/** A killed process leaves a request without an answer. */
const GIVE_UP_MS = 10_000;

/**
 * One customer after another, each until `signal` is aborted: asks for a person, writes again on the receipt, votes.
 * Whoever gets no answer sends the same again, as a browser does.
 */
export async function behaveAsCustomers(load: Load, name: string): Promise<void> {
  for (let n = 0; !load.signal.aborted; n++) {
    const address = `10.${[n >> 16, n >> 8, n].map((part) => part & 255).join(".")}`;
    const email = `${name}-${n}@example.com`;
    const asked = await insist<EscalationReceipt>(load, 201, "/api/escalations", address, {
      headers: { "content-type": "application/json", "idempotency-key": `${name}-${n}-${newSecret()}` },
      body: JSON.stringify({ email, message: "Nothing arrives.", articleId: load.articleId }),
    });
    if (!asked) return;
    load.ledger.cases.set(asked.id, email);
    await writeAgain(load, asked, address);
    const voted = await insist<VoteReceipt>(load, 201, "/api/votes", address, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ articleId: load.articleId, answered: false, reason: "missing" }),
    });
    if (voted) load.ledger.votes.add(voted.id);
  }
}

async function writeAgain(load: Load, { id, receiptUrl }: EscalationReceipt, address: string): Promise<void> {
  const once = newSecret();
  const written = await insist(load, 303, `${new URL(receiptUrl).pathname}/reply`, address, {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ body: "Still nothing.", once }).toString(),
  });
  if (written) load.ledger.replies.set(`msg_${id.slice("esc_".length)}_${once}`, id);
}

/** Sends the same until it is answered with `wanted`; null when there is no time left. @throws Error for a refusal */
async function insist<Body = true>(
  { url, signal }: Load,
  wanted: number,
  path: string,
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<Body | null> {
  while (!signal.aborted) {
    const response = await fetch(url + path, {
      method: "POST",
      headers: { ...headers, "x-forwarded-for": address },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(GIVE_UP_MS)]),
    }).catch(() => null);
    const said = await response?.text().catch(() => null);
    if (response?.status === wanted && typeof said === "string")
      // the type is the route's contract, which the routes' own tests check
      return (wanted === 201 ? JSON.parse(said) : true) as Body;
    // 409: the same request is still being made; 502: its process was killed; 503: the database is being opened
    if (response && said !== null && ![wanted, 409, 502, 503].includes(response.status))
      throw new Error(`${path} was answered ${response.status}: ${said}`);
    await sleep(AGAIN_MS);
  }
  return null;
}
