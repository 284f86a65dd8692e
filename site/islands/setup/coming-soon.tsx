import { useSignal } from "@preact/signals";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { announce } from "../announce.ts";
import { whileBusy } from "../busy.ts";
import { sayDay } from "../when.ts";
import { readField } from "./form-field.ts";
import { Fact, Fault } from "./say.tsx";
import { askForAccess } from "./setup-calls.ts";
import { me } from "./setup-state.ts";
import { SignedIn } from "./signed-in.tsx";
import { useAction } from "./use-action.ts";
import { setupConnectWords as t } from "./connect.words.ts";

/** A CRM that is not open yet: one press asks for it. */
export function ComingSoon({ view }: { view: IntegrationView }) {
  const asked = useSignal(view.requestedAt);
  const { busy, problem, run } = useAction();
  const customer = me.value?.customer;
  const ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const email = readField(event, "email");
    void run(async () => {
      asked.value = (await askForAccess(view.id, email)).at;
      announce(t.youHaveAskedFor(view.name));
    });
  };
  const faults = problem.value?.problem.errors?.map(({ reason }) => reason).join(" ");
  return (
    <>
      <div class="setup-meta">
        <p class="meta">
          <SignedIn />
        </p>
      </div>
      {asked.value ? (
        <Fact tone="ok" word={t.askedFor}>
          {t.youAskedForYou(view.name, sayDay(asked.value))}
        </Fact>
      ) : (
        <form class="access" onSubmit={ask}>
          <p>{t.cannotBeConnectedYet(view.name)}</p>
          {!customer && (
            <label class="stack">
              {t.yourEMailAddress}
              <input
                id="access-email"
                name="email"
                type="email"
                autocomplete="email"
                required
                maxLength={254}
                aria-invalid={faults ? "true" : undefined}
                aria-describedby={problem.value ? "access-fault" : undefined}
              />
            </label>
          )}
          {problem.value && <Fault id="access-fault">{faults || problem.value.message}</Fault>}
          <p class="acts">
            <button class="btn main" type="submit" {...whileBusy(busy.value)}>
              {busy.value ? t.asking : t.askFor(view.name)}
            </button>
            {customer && <span class="small">{t.forOnce(customer.workspace.name)}</span>}
          </p>
        </form>
      )}
    </>
  );
}
