import { DeskForm } from "./desk-form.tsx";
import { signIn } from "./session.ts";

export const SignIn = () => (
  <DeskForm class="desk-gate" action="Sign in" submit={(field) => signIn(field("email"), field("password"))}>
    <h1>Sign in to the desk</h1>
    <label class="stack">
      E-mail address
      <input name="email" type="email" autocomplete="username" required />
    </label>
    <label class="stack">
      Password
      <input name="password" type="password" autocomplete="current-password" required />
    </label>
  </DeskForm>
);
