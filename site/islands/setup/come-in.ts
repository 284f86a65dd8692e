import { signal } from "@preact/signals";
import type { Me } from "#server/auth/session.routes.ts";
import { toProblem } from "#site/problem.ts";
import { enterWithToken, readMe } from "./setup-calls.ts";

/** Why the link from the product did not sign the reader in. */
export const notIn = signal<string | null>(null);

/** Who the reader is. The product's link carries a token in its fragment: it is taken out of the address, and signs in. */
export async function comeIn(): Promise<Me> {
  const token = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (!token) return readMe();
  history.replaceState(history.state, "", location.pathname + location.search);
  try {
    return await enterWithToken(token);
  } catch (error) {
    notIn.value = toProblem(error).message;
    return readMe();
  }
}
