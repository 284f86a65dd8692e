import { createHmac } from "node:crypto";
import { type Challenge, createChallenge, type Payload, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import type { Db } from "#db/database.ts";
import type { Clock } from "../core/clock.ts";
import { mayTake } from "./limits.ts";

const VALID_SECONDS = 10 * 60;
/** Rounds a try; a solution takes about 256 tries, a second of an ordinary phone. */
const COST = 1000;

/** What altcha's widget hands over, as far as it must have a form before it can be verified. */
const Solved = z.object({
  challenge: z.object({ parameters: z.looseObject({}), signature: z.string().min(1).max(200) }),
  solution: z.looseObject({ counter: z.number() }),
});

/** Proof of work (altcha): a challenge that a browser solves in about a second, good for one request within ten minutes. */
export function createProof({ db, clock, secret }: { db: Db; clock: Clock; secret: string }) {
  const hmacSignatureSecret = createHmac("sha256", secret).update("altcha").digest("hex");
  return {
    challenge: (): Promise<Challenge> =>
      createChallenge({
        algorithm: "PBKDF2/SHA-256",
        cost: COST,
        deriveKey,
        hmacSignatureSecret,
        // altcha looks at the system's clock
        expiresAt: Math.floor(Date.now() / 1000) + VALID_SECONDS,
      }),
    /** `proof`: the widget's payload, JSON in base64. False for anything that is not a fresh solution of a challenge of ours. */
    async verify(proof: string): Promise<boolean> {
      const payload = readPayload(proof);
      if (!payload) return false;
      const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret }).catch(() => ({
        verified: false,
      }));
      return verified && takeOnce(db, clock, payload.challenge.signature ?? "");
    },
  };
}
export type Proof = ReturnType<typeof createProof>;

function readPayload(proof: string): Payload | null {
  try {
    const parsed = Solved.safeParse(JSON.parse(Buffer.from(proof, "base64").toString("utf8")));
    // altcha checks the rest itself: whatever is in it, the signature is over all parameters
    return parsed.success ? (parsed.data as unknown as Payload) : null;
  } catch {
    return null;
  }
}

/** altcha itself would take a solution twice. */
const takeOnce = (db: Db, clock: Clock, signature: string): Promise<boolean> =>
  mayTake(db, clock, { key: `proof:${signature}`, limit: 1, windowSeconds: VALID_SECONDS });
