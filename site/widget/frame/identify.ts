import type { Me } from "#server/auth/session.routes.ts";
import { callHub, readAnswer, sendAlong } from "#site/problem.ts";
import { tellHost } from "./host.ts";

let signedIn = false;

/**
 * The product's token becomes a session that lasts as long as this page: it is in no address, no cookie and no storage.
 * "" ends the one there is.
 */
export async function signInWith(token: string): Promise<void> {
  const me = token ? await enter(token).catch(() => null) : await leave();
  signedIn = Boolean(me?.customer);
  tellHost("identified", { signedIn });
  if (!me?.customer) return;
  const { changeDraft, draft } = await import("#site/islands/escalate/draft.ts");
  const { email, name } = me.customer;
  if (!draft.value.email) changeDraft({ email, name });
}

async function enter(token: string): Promise<Me> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ token });
  const { bearer, ...me } = await readAnswer<Me & { bearer: string }>(
    await fetch("/api/session/bearer", { method: "POST", headers, body }),
  );
  sendAlong("authorization", `Bearer ${bearer}`);
  return me;
}

async function leave(): Promise<null> {
  if (signedIn) await callHub("/api/session", { method: "DELETE" }).catch(() => {});
  sendAlong("authorization", null);
  return null;
}
