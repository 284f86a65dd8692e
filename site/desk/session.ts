import { signal } from "@preact/signals";
import { ApiProblem, readAnswer, toProblem } from "#site/problem.ts";

export type Staff = { id: string; name: string; email: string; role: string };
type Session = { user: Staff } | null;

/** undefined: not asked yet. null: nobody is signed in. */
export const staff = signal<Staff | null | undefined>(undefined);

export async function findSession(): Promise<void> {
  const session = await readAnswer<Session>(await fetch("/api/auth/get-session"));
  staff.value = session?.user ?? null;
}

export async function signIn(email: string, password: string): Promise<void> {
  await post("/api/auth/sign-in/email", { email, password }).catch((error: unknown) => {
    const problem = toProblem(error);
    if (problem.status !== 401) throw problem;
    throw new ApiProblem(401, { detail: "This address and this password do not belong together. Try again." });
  });
  await findSession();
}

export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
  staff.value = null;
}

async function post(path: string, body: unknown): Promise<unknown> {
  return readAnswer(
    await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  );
}

/** A session that ended while somebody worked: back to signing in, with what was typed still kept. */
export function noticeSignedOut(problem: ApiProblem): void {
  if (problem.status === 401) staff.value = null;
}
