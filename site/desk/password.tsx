export const PASSWORD_MIN = 10;

export const Password = ({ name, label, autocomplete }: { name: string; label: string; autocomplete: string }) => (
  <label class="stack">
    {label}
    <input name={name} type="password" required minLength={PASSWORD_MIN} maxLength={128} autocomplete={autocomplete} />
  </label>
);
