import { useSignal } from "@preact/signals";
import { toProblem } from "#site/problem.ts";
import { formText } from "./form-text.ts";
import { Notice } from "./notice.tsx";
import { signIn } from "./session.ts";

export function SignIn() {
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  async function submit(form: HTMLFormElement): Promise<void> {
    busy.value = true;
    problem.value = null;
    await signIn(formText(form, "email"), formText(form, "password")).catch((error: unknown) => {
      problem.value = toProblem(error).message;
    });
    busy.value = false;
  }
  return (
    <form
      class="desk-gate"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>Sign in to the desk</h1>
      <label class="stack">
        E-mail address
        <input name="email" type="email" autocomplete="username" required />
      </label>
      <label class="stack">
        Password
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      {problem.value && <Notice>{problem.value}</Notice>}
      <p>
        <button class="btn main" type="submit" disabled={busy.value}>
          Sign in
        </button>
      </p>
    </form>
  );
}
