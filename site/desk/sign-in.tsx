import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Notice } from "./notice.tsx";
import { toProblem } from "#site/problem.ts";
import { join, signIn } from "./session.ts";

const PASSWORD_MIN = 10;

export function SignIn() {
  return (
    <Gate title="Sign in to the desk" action="Sign in" submit={(form) => signIn(form("email"), form("password"))}>
      <Field label="E-mail address">
        <input name="email" type="email" autocomplete="username" required />
      </Field>
      <Field label="Password">
        <input name="password" type="password" autocomplete="current-password" required />
      </Field>
    </Gate>
  );
}

/** The first account of the desk, made with the link that `npm start` or `npm run desk:link` printed. */
export function Join({ token }: { token: string }) {
  const submit = async (form: (name: string) => string) => {
    await join({ token, name: form("name"), email: form("email"), password: form("password") });
    history.replaceState(null, "", "/desk/");
  };
  return (
    <Gate title="Make your desk account" action="Make the account" submit={submit}>
      <Field label="Your name, as customers see it">
        <input name="name" type="text" autocomplete="name" required />
      </Field>
      <Field label="E-mail address">
        <input name="email" type="email" autocomplete="username" required />
      </Field>
      <Field label={`Password, at least ${PASSWORD_MIN} characters`}>
        <input name="password" type="password" autocomplete="new-password" minLength={PASSWORD_MIN} required />
      </Field>
    </Gate>
  );
}

type GateProps = {
  title: string;
  action: string;
  submit: (form: (name: string) => string) => Promise<void>;
  children: ComponentChildren;
};

function Gate({ title, action, submit, children }: GateProps) {
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  async function onSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    busy.value = true;
    problem.value = null;
    await submit((name) => String(data.get(name) ?? "")).catch((error: unknown) => {
      problem.value = toProblem(error).message;
    });
    busy.value = false;
  }
  return (
    <form class="desk-gate" onSubmit={(event) => void onSubmit(event)}>
      <h1>{title}</h1>
      {children}
      {problem.value && <Notice>{problem.value}</Notice>}
      <p>
        <button class="btn main" type="submit" disabled={busy.value}>
          {action}
        </button>
      </p>
    </form>
  );
}

const Field = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <label class="stack">
    {label}
    {children}
  </label>
);
