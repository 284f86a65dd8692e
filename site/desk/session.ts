import { signal } from "@preact/signals";
import type { DeskSession } from "#server/auth/me.schema.ts";
import { api } from "#site/api.ts";
import { forget } from "./forget.ts";
import { readAnswer, type ApiProblem } from "#site/problem.ts";
import { askPasskey } from "./passkey-browser.ts";
import { BEGINNING, goTo, place } from "./place.ts";
import { mayOpen } from "./views.ts";

export type Staff = NonNullable<DeskSession["staff"]>;

/** undefined: not asked yet. null: nobody is signed in. */
export const staff = signal<Staff | null | undefined>(undefined);
/** A second factor is asked for and missing: only the own account is open. */
export const lacksFactor = signal(false);
/** The session ended while somebody worked. */
export const hasEnded = signal(false);
export const ways = signal<DeskSession["ways"]>({ oidc: false });

/** What the names of all drafts begin with. */
export const DRAFTS = "handrail.desk.";

const { auth } = api;

export async function findSession(): Promise<void> {
  const session: DeskSession = await readAnswer(await auth.session.$get());
  ways.value = session.ways;
  lacksFactor.value = session.lacksFactor;
  // before anything is read: what they may not open would be refused
  if (session.lacksFactor) goTo({ ...BEGINNING, view: "people" });
  // and whoever followed a link to it is told so
  else if (session.staff && !mayOpen(session.staff.role, place.value.view) && location.search === "")
    goTo({ ...BEGINNING, view: "articles" });
  staff.value = session.staff;
  if (session.staff) hasEnded.value = false;
}

/** @returns whether a code has to follow */
export async function signIn(email: string, password: string): Promise<boolean> {
  const said: { codeNeeded: boolean } = await readAnswer(
    await auth["sign-in"].email.$post({ json: { email, password } }),
  );
  if (!said.codeNeeded) await findSession();
  return said.codeNeeded;
}

/** The second step: the app's code, or one of the backup codes. */
export async function finishSignIn(way: "code" | "backup", code: string): Promise<void> {
  await readAnswer(await auth["sign-in"][way].$post({ json: { code } }));
  await findSession();
}

export async function signInByPasskey(): Promise<void> {
  const { options } = await readAnswer<{ options: Record<string, unknown> }>(await auth["passkey-challenge"].$post());
  await readAnswer(await auth.passkey.$post({ json: { credential: await askPasskey(options) } }));
  await findSession();
}

/** Whoever sits here next finds nothing of it: neither what was typed nor what this page has read. */
export async function signOut(): Promise<void> {
  await readAnswer(await auth["sign-out"].$post());
  forget("tab", DRAFTS);
  location.replace("/desk/");
}

/** A session that ended while somebody worked: back to signing in, with what was typed still kept. True when it has. */
export function noticeSignedOut({ status }: ApiProblem): boolean {
  if (status !== 401) return false;
  if (staff.value) hasEnded.value = true;
  staff.value = null;
  return true;
}
