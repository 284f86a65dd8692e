import { DeskForm } from "./desk-form.tsx";
import { me } from "./me-state.ts";
import { Password, PASSWORD_MIN } from "./password.tsx";
import { changePassword } from "./staff-api.ts";

export const YourPassword = () => (
  <section aria-labelledby="password-h">
    <h3 id="password-h">Password</h3>
    <DeskForm
      quiet
      action="Change it"
      done="Changed. Your other sessions have ended."
      submit={(field) => changePassword(field("current"), field("next")).then(me.reload)}
    >
      <Password name="current" label="The one you have" autocomplete="current-password" />
      <Password name="next" label={`A new one, at least ${PASSWORD_MIN} characters`} autocomplete="new-password" />
    </DeskForm>
  </section>
);
