import { useSignal } from "@preact/signals";
import type { CheckResult, ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import { announce } from "../announce.ts";
import { CheckLine } from "./check-line.tsx";
import { leaveCheck } from "./leave-check.ts";
import { runCheck } from "./run-check.ts";
import { Fault } from "./say.tsx";
import { sayMoment } from "./say-state.ts";
import { connection, latestCheck } from "./setup-state.ts";
import { ConnectFirst } from "./stage.tsx";
import { TraceForm } from "./trace-form.tsx";
import { useAction } from "./use-action.ts";

export function CheckStage({ name }: { name: string }) {
  const coming = useSignal<CheckResult[]>([]);
  const { busy, problem, run } = useAction();
  const own = connection.value;
  if (!own || own.state === "new") return <ConnectFirst name={name} />;
  const check = () =>
    run(async () => {
      coming.value = [];
      announce(`Checking ${name}.`);
      const done = await runCheck(own.id, (result) => (coming.value = [...coming.value, result]));
      latestCheck.value = done;
      announce(`Checked. ${sumUp(done)}`);
    });
  const latest = latestCheck.value;
  const running = busy.value;
  const results = running || problem.value ? coming.value : (latest?.results ?? []);
  return (
    <>
      <p role="status">
        {running ? `Asking ${name}, fact by fact.` : latest ? sumUp(latest) : "Nothing has been checked yet."}
      </p>
      {results.length > 0 && (
        <ul class="facts plain" aria-busy={running}>
          {results.map((result) => (
            <CheckLine key={result.fact} result={result} at={running ? null : (latest?.at ?? null)} />
          ))}
        </ul>
      )}
      {problem.value && <Fault>{problem.value.message}</Fault>}
      <p class="acts">
        <button class={latest ? "btn" : "btn main"} type="button" disabled={running} onClick={() => void check()}>
          {running ? "Checking" : latest ? "Check again" : "Check now"}
        </button>
        <span class="small">
          {latest && !running ? `Checked ${sayMoment(latest.at)}.` : "It only reads. It takes six seconds at most."}
        </span>
      </p>
      {latest && !running && latest.state !== "ok" && (
        <p class="small">
          <a href="/contact/" onClick={() => leaveCheck(latest, name)}>
            Take this to a person
          </a>
          , with what was seen here.
        </p>
      )}
      <h4 class="sub">Trace a contact</h4>
      <TraceForm id={own.id} name={name} />
    </>
  );
}

/** A sentence first: how many facts are well, and which is the worst. */
function sumUp({ results, state }: ConnectionCheck): string {
  const good = results.filter((result) => result.state === "ok").length;
  if (good === results.length) return `All ${results.length} facts are as they should be.`;
  const worst = results.find((result) => result.state === state) ?? results.find((result) => result.state !== "ok");
  return `${good} of ${results.length} facts ${good === 1 ? "is as it" : "are as they"} should be. Look first at: ${worst?.title}.`;
}
