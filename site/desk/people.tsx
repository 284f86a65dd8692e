import { Accounts } from "./accounts.tsx";
import { DeskForm } from "./desk-form.tsx";
import { Password, PASSWORD_MIN } from "./password.tsx";
import { changePassword, type Staff } from "./session.ts";

/** Who may sign in. An agent sees the own password alone. */
export const People = ({ staff }: { staff: Staff }) => (
  <section class="weak">
    <h1>People</h1>
    {staff.role === "admin" && <Accounts me={staff} />}
    <section class="gap">
      <h2>Your password</h2>
      <DeskForm
        action="Change it"
        done="Changed. Your other sessions have ended."
        submit={(field) => changePassword(field("current"), field("next"))}
      >
        <Password name="current" label="The one you have" autocomplete="current-password" />
        <Password name="next" label={`A new one, at least ${PASSWORD_MIN} characters`} autocomplete="new-password" />
      </DeskForm>
    </section>
  </section>
);
