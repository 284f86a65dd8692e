import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { escalateWords as t } from "./escalate.words.ts";

/** Solves altcha's challenge of a `proof_required` problem, off the main thread (Web Crypto). @returns the `proof` to send */
export async function solveProof(given: unknown): Promise<string> {
  const challenge = given as Challenge; // The server made it; what is wrong with it, its verification finds.
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error(t.theChallengeWasNot);
  return btoa(JSON.stringify({ challenge, solution }));
}
