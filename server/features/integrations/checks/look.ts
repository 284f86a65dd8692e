import { VendorFault, vendorNotes as n } from "../vendor-fault.ts";

/** What a CRM was asked, and what came of it. */
export type Looked<T> = { value: T; fault: null } | { value: null; fault: VendorFault };

/** One call's time, as the vendor's fetch has it, for what makes several of them. */
const CALL_MS = 5_000;

/**
 * Asks a CRM once, five seconds at most and not longer than `over` lets it. Never rejects: what is no VendorFault is a
 * mistake of ours, is told to `onMistake`, and counts as unreadable.
 */
export async function lookAt<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  over: AbortSignal,
  onMistake: (error: unknown) => void,
): Promise<Looked<T>> {
  const signal = AbortSignal.any([over, AbortSignal.timeout(CALL_MS)]);
  try {
    return { value: await Promise.race([ask(signal), whenOver(signal)]), fault: null };
  } catch (error) {
    if (error instanceof VendorFault) return { value: null, fault: error };
    if (signal.aborted) return { value: null, fault: tookTooLong() };
    onMistake(error);
    return { value: null, fault: new VendorFault("unreadable", n.notUnderstood) };
  }
}

const tookTooLong = (): VendorFault => new VendorFault("timeout", n.late(CALL_MS / 1000));

function whenOver(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const over = () => reject(tookTooLong());
  if (signal.aborted) over();
  else signal.addEventListener("abort", over, { once: true });
  return promise;
}
