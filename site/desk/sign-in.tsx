import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Notice } from "./notice.tsx";
import { toProblem } from "#site/problem.ts";
import { join, signIn } from "./session.ts";

const PASSWORD_MIN = 10;

export function SignIn() {
  return (
    <Gate title="Sign in to the desk" action="Sign in" submit={(form) => signIn(form("email"), form("password"))}>
      <Field name="email" type="email" label="E-mail address" autocomplete="username" />
      <Field name="password" type="password" label="Password" autocomplete="current-password" />
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
      <Field name="name" type="text" label="Your name, as customers see it" autocomplete="name" />
      <Field name="email" type="email" label="E-mail address" autocomplete="username" />
      <Field
        name="password"
        type="password"
        label={`Password, at least ${PASSWORD_MIN} characters`}
        autocomplete="new-password"
        minLength={PASSWORD_MIN}
      />
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

type FieldProps = { name: string; type: string; label: string; autocomplete: string; minLength?: number };

const Field = ({ label, ...input }: FieldProps) => (
  <label class="stack">
    {label}
    <input {...input} required />
  </label>
);
