import { here } from "../dom.ts";
import { useSignal } from "@preact/signals";
import type { CheckResult, ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import { announce } from "../announce.ts";
import { whileBusy } from "../busy.ts";
import { CheckLine } from "./check-line.tsx";
import { foldUnseen } from "./fold-unseen.ts";
import { leaveCheck } from "./leave-check.ts";
import { runCheck } from "./run-check.ts";
import { Fault } from "./say.tsx";
import { connection, latestCheck } from "./setup-state.ts";
import { ConnectFirst } from "./stage.tsx";
import { TraceForm } from "./trace-form.tsx";
import { sayMoment } from "../when.ts";
import { useAction } from "./use-action.ts";
import { setupCheckWords as t } from "./check.words.ts";

export function CheckStage({ name }: { name: string }) {
  const coming = useSignal<CheckResult[]>([]);
  const { busy, problem, run } = useAction();
  const own = connection.value;
  if (!own || own.state === "new") return <ConnectFirst name={name} />;
  const check = () =>
    run(async () => {
      coming.value = [];
      announce(t.checking2(name));
      const done = await runCheck(own.id, (result) => (coming.value = [...coming.value, result]));
      latestCheck.value = done;
      announce(t.checked2(sumUp(done)));
    });
  const latest = latestCheck.value;
  const running = busy.value;
  const results = running || problem.value ? coming.value : (latest?.results ?? []);
  return (
    <>
      <p role="status">{running ? t.askingFactByFact(name) : latest ? sumUp(latest) : t.nothingHasBeenChecked}</p>
      {results.length > 0 && (
        <ul class="facts plain" aria-busy={running}>
          {foldUnseen(results).map((row) => (
            <CheckLine key={row.result.fact} {...row} at={running ? null : (latest?.at ?? null)} />
          ))}
        </ul>
      )}
      {problem.value && <Fault>{problem.value.message}</Fault>}
      <p class="acts">
        <button class={latest ? "btn" : "btn main"} type="button" {...whileBusy(running)} onClick={() => void check()}>
          {running ? t.checking : latest ? t.checkAgain : t.checkNow}
        </button>
        <span class="small">{latest && !running ? t.checked3(sayMoment(latest.at)) : t.itOnlyReadsIt}</span>
      </p>
      {latest && !running && latest.state !== "ok" && (
        <p class="small">
          <a href={here("/contact/")} onClick={() => leaveCheck(latest, name)}>
            {t.takeThisToA}
          </a>
          {t.withWhatWasSeen}
        </p>
      )}
      <h4 class="sub">{t.traceAContact}</h4>
      <TraceForm id={own.id} name={name} />
    </>
  );
}

/** A sentence first: how many facts are well, and which is the worst. */
function sumUp({ results, state }: ConnectionCheck): string {
  const good = results.filter((result) => result.state === "ok").length;
  if (good === results.length) return t.allFactsAreAs(results.length);
  const worst = results.find((result) => result.state === state) ?? results.find((result) => result.state !== "ok");
  return t.ofFactsShouldBe(good, results.length, worst?.title ?? "");
}
