import type { Me } from "#server/auth/session.routes.ts";
import { here, make } from "#site/islands/dom.ts";
import { callHub, readAnswer, sendAlong } from "#site/problem.ts";
import { tellHost } from "./host.ts";

let bearer = "";

/**
 * The product's token becomes a session that lasts as long as this page: it is in no address, no cookie and no storage.
 * "" ends the one there is.
 */
export async function signInWith(token: string): Promise<void> {
  const me = token ? await enter(token).catch(() => null) : await leave();
  const signedIn = Boolean(me?.customer);
  if (!signedIn) bearer = "";
  tellHost("identified", { signedIn });
  if (!me?.customer) return;
  // where it does not come, the form is not filled in
  const drafts = await import("#site/islands/escalate/draft.ts").catch(() => null);
  const { email, name } = me.customer;
  if (drafts && !drafts.draft.value.email) drafts.changeDraft({ email, name });
}

async function enter(token: string): Promise<Me> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ token });
  const entered = await readAnswer<Me & { bearer: string }>(
    await fetch("/api/session/bearer", { method: "POST", headers, body }),
  );
  ({ bearer } = entered);
  sendAlong("authorization", `Bearer ${bearer}`);
  return entered;
}

async function leave(): Promise<null> {
  if (bearer) await callHub("/api/session", { method: "DELETE" }).catch(() => {});
  sendAlong("authorization", null);
  return null;
}

/** Opens a page that is the customer's own in a tab where they are signed in as they are here; false where nobody is. */
export function openSignedIn(path: string): boolean {
  if (!bearer) return false;
  const form = make("form", "");
  // by its body, so that the session is in no address
  form.method = "post";
  form.action = here("/sign-in/from-widget/");
  form.target = "_blank";
  form.rel = "noopener";
  for (const [name, value] of Object.entries({ bearer, returnTo: path })) {
    const field = make("input", "");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
  return true;
}
