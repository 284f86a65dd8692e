import { useSignal } from "@preact/signals";
import { DeskForm } from "./desk-form.tsx";
import { finishSignIn } from "./session.ts";
import { useFocus } from "./use-focus.ts";

/** The second step after a password: the app's code, or a backup code where the phone is away. */
export function SignInCode({ again }: { again: () => void }) {
  const backup = useSignal(false);
  const field = useFocus<HTMLInputElement>(backup.value);
  return (
    <div class="desk-gate">
      <h1>Your code</h1>
      <p class="lede">
        {backup.value
          ? "One of the backup codes that you kept. Each works once."
          : "Your password is right. Type the six digits that your authenticator app shows now."}
      </p>
      <DeskForm
        key={String(backup.value)}
        class="desk-form"
        action="Sign in"
        submit={(read) => finishSignIn(backup.value ? "backup" : "code", read("code"))}
      >
        <label class="stack">
          {backup.value ? "Backup code" : "Code"}
          <input
            ref={field}
            name="code"
            class="code-field"
            required
            maxLength={20}
            inputMode={backup.value ? "text" : "numeric"}
            autocomplete="one-time-code"
            autocapitalize="off"
            spellcheck={false}
          />
        </label>
      </DeskForm>
      <p class="acts">
        <button class="text-btn" type="button" onClick={() => (backup.value = !backup.value)}>
          {backup.value ? "Use the app instead" : "Use a backup code"}
        </button>
        <button class="text-btn" type="button" onClick={again}>
          Begin again
        </button>
      </p>
      <p class="small">Neither at hand? An admin of the desk can reset your second factor under People.</p>
    </div>
  );
}
