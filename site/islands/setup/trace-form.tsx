import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Trace } from "#server/features/integrations/checks.schema.ts";
import { announce } from "../announce.ts";
import { whileBusy } from "../busy.ts";
import { readField } from "./form-field.ts";
import { Fault } from "./say.tsx";
import { traceContact } from "./setup-calls.ts";
import { TraceResult } from "./trace-result.tsx";
import { useAction } from "./use-action.ts";
import { setupCheckWords as t } from "./check.words.ts";

/** What a sync would do now with one person, and why. */
export function TraceForm({ id, name }: { id: string; name: string }) {
  const field = useId();
  const found = useSignal<Trace | null>(null);
  const as = useSignal<"referrer" | "lead">("lead");
  const { busy, problem, run } = useAction();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = readField(event, "email");
    void run(async () => {
      found.value = null;
      found.value = await traceContact(id, { email: typed, as: as.value });
      announce(found.value.says);
    });
  };
  const fault = problem.value && (problem.value.problem.errors?.[0]?.reason ?? problem.value.message);
  return (
    <>
      <form class="trace" onSubmit={submit} noValidate>
        <p class="small">{t.typeTheAddressOf(name)}</p>
        <fieldset class="as">
          <legend class="sr">{t.tracedAs}</legend>
          {(["lead", "referrer"] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="as"
                value={each}
                checked={as.value === each}
                onChange={() => (as.value = each)}
              />
              {each === "lead" ? t.asALead : t.asAReferrer}
            </label>
          ))}
        </fieldset>
        <label for={field}>{t.theirEMailAddress}</label>
        <div class="field-row">
          <input
            id={field}
            name="email"
            type="email"
            autocomplete="off"
            placeholder="name@company.com"
            aria-invalid={fault ? "true" : undefined}
            aria-describedby={fault ? `${field}-fault` : undefined}
          />
          <button class="btn" type="submit" {...whileBusy(busy.value)}>
            {busy.value ? t.tracing : t.trace}
          </button>
        </div>
        {fault && <Fault id={`${field}-fault`}>{fault}</Fault>}
      </form>
      {found.value && <TraceResult trace={found.value} name={name} />}
    </>
  );
}
