import { signal } from "@preact/signals";
import { ApiProblem, readAnswer, toProblem } from "#site/problem.ts";

export type Staff = { id: string; name: string; email: string; role: string };
export type Colleague = Staff & { banned: boolean | null };
type Session = { user: Staff } | null;

/** undefined: not asked yet. null: nobody is signed in. */
export const staff = signal<Staff | null | undefined>(undefined);

export async function findSession(): Promise<void> {
  const session = await readAnswer<Session>(await fetch("/api/auth/get-session"));
  staff.value = session?.user ?? null;
}

export async function signIn(email: string, password: string): Promise<void> {
  await post("/sign-in/email", { email, password }).catch((error: unknown) => {
    const problem = toProblem(error);
    if (problem.status !== 401) throw problem;
    throw new ApiProblem(401, { detail: "This address and this password do not belong together. Try again." });
  });
  await findSession();
}

export async function signOut(): Promise<void> {
  await post("/sign-out", {});
  staff.value = null;
}

/** Other sessions of the same person end. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<void> =>
  post("/change-password", { currentPassword, newPassword, revokeOtherSessions: true });

/** Everybody who has a desk account; admins alone may ask. */
export async function listColleagues(): Promise<Colleague[]> {
  const answer = await fetch("/api/auth/admin/list-users?limit=200&sortBy=name");
  return (await readAnswer<{ users: Colleague[] }>(answer)).users;
}

export const addColleague = (account: { name: string; email: string; role: string; password: string }): Promise<void> =>
  post("/admin/create-user", account);

/** Barring ends their sessions at once; what they wrote stays. */
export const barColleague = (userId: string, bar: boolean): Promise<void> =>
  post(bar ? "/admin/ban-user" : "/admin/unban-user", { userId });

async function post(path: string, body: unknown): Promise<void> {
  await readAnswer(
    await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

/** A session that ended while somebody worked: back to signing in, with what was typed still kept. */
export function noticeSignedOut(problem: ApiProblem): void {
  if (problem.status === 401) staff.value = null;
}
