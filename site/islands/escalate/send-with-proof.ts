import type { EscalationInput, EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { toProblem } from "#site/problem.ts";
import { sendEscalation } from "../calls.ts";

/** Sends, and once more with a proof of work where the hub asks for one: about a second of this browser's time. */
export async function sendWithProof(body: EscalationInput, key: string, files: File[]): Promise<EscalationReceipt> {
  try {
    return await sendEscalation(body, key, files);
  } catch (error) {
    const { code, problem } = toProblem(error);
    if (code !== "proof_required" || !problem["challenge"]) throw error;
    const { solveProof } = await import("./proof.ts");
    return sendEscalation({ ...body, proof: await solveProof(problem["challenge"]) }, key, files);
  }
}
