import { DeskForm } from "./desk-form.tsx";
import { Password } from "./password.tsx";
import { addColleague } from "./session.ts";

/** An account with a first password, which the admin hands over by another way. */
export function AddColleague({ added }: { added: () => Promise<void> }) {
  const add = async (field: (name: string) => string) => {
    const account = { name: field("name"), email: field("email"), role: field("role"), password: field("password") };
    await addColleague(account);
    await added();
  };
  return (
    <section class="gap">
      <h2>Add somebody</h2>
      <DeskForm action="Make the account" done="Made. Tell them the password; they can change it here." submit={add}>
        <label class="stack">
          Name, as customers see it
          <input name="name" required maxLength={120} autocomplete="off" />
        </label>
        <label class="stack">
          E-mail address
          <input name="email" type="email" required maxLength={254} autocomplete="off" />
        </label>
        <label class="stack">
          Role
          <select name="role">
            <option value="agent">Agent</option>
            <option value="admin">Admin</option>
          </select>
        </label>
        <Password name="password" label="A first password" autocomplete="new-password" />
      </DeskForm>
    </section>
  );
}
