import { useSignal } from "@preact/signals";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { announce } from "../announce.ts";
import { sayDay } from "../when.ts";
import { readField } from "./form-field.ts";
import { Fact, Fault } from "./say.tsx";
import { askForAccess } from "./setup-calls.ts";
import { me } from "./setup-state.ts";
import { SignedIn } from "./signed-in.tsx";
import { useAction } from "./use-action.ts";

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
      announce(`You have asked for ${view.name}.`);
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
        <Fact tone="ok" word="Asked for.">
          You asked for {view.name} {sayDay(asked.value)}. You get one mail when it opens, and nothing is left to do.
        </Fact>
      ) : (
        <form class="access" onSubmit={ask}>
          <p>
            {view.name} cannot be connected yet. Ask for it: every request counts, and you get one mail when it opens.
          </p>
          {!customer && (
            <label class="stack">
              Your e-mail address
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
            <button class="btn main" type="submit" disabled={busy.value}>
              {busy.value ? "Asking" : `Ask for ${view.name}`}
            </button>
            {customer && <span class="small">For {customer.workspace.name}, once.</span>}
          </p>
        </form>
      )}
    </>
  );
}
