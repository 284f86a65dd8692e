import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { whileBusy } from "../busy.ts";
import { forgetOptions } from "./crm-options.ts";
import { readField } from "./form-field.ts";
import { Fault } from "./say.tsx";
import { sendCredentials } from "./setup-calls.ts";
import { hold } from "./setup-state.ts";
import { useAction } from "./use-action.ts";
import { setupConnectWords as t } from "./connect.words.ts";

/** What the customer brings from their CRM: checked there at once, and never shown again. */
export function CredentialsForm({ own, name }: { own: ConnectionView; name: string }) {
  const { busy, problem, run } = useAction();
  const { credentials } = own.crm;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const values = Object.fromEntries(credentials.map((each) => [each.name, readField(event, each.name)]));
    void run(async () => {
      hold(await sendCredentials(own.id, values));
      forgetOptions();
    });
  };
  const errors = problem.value?.problem.errors ?? [];
  const faultOf = (field: string) => errors.find((error) => error.field.split(".").at(-1) === field)?.reason;
  const elsewhere = !credentials.some((each) => faultOf(each.name));
  return (
    <form class="stage-form" onSubmit={submit} noValidate autocomplete="off">
      <p>{t.installTheAppIn(name, name)}</p>
      {credentials.map(({ name: field, label, secret }) => {
        const fault = faultOf(field);
        return (
          <div key={field}>
            <label class="stack">
              {label}
              <input
                id={`connect-${field}`}
                name={field}
                {...(secret ? { type: "password" as const } : { type: "text" as const })}
                autocomplete={secret ? "new-password" : "off"}
                spellcheck={false}
                aria-invalid={fault ? "true" : undefined}
                aria-describedby={fault ? `connect-${field}-fault` : undefined}
              />
            </label>
            {fault && <Fault id={`connect-${field}-fault`}>{fault}</Fault>}
          </div>
        );
      })}
      {problem.value && elsewhere && <Fault>{problem.value.message}</Fault>}
      <p class="acts">
        <button class="btn main" type="submit" {...whileBusy(busy.value)}>
          {busy.value ? t.asking2(name) : t.checkAndConnect}
        </button>
        <span class="small">{t.theThreeAreTried(name)}</span>
      </p>
    </form>
  );
}
