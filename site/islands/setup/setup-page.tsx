import { computed } from "@preact/signals";
import type { IntegrationId } from "#content/schema.ts";
import { sayMoment, sayTime } from "../when.ts";
import { CheckStage } from "./check-stage.tsx";
import { ChooseStage } from "./choose-stage.tsx";
import { ComingSoon } from "./coming-soon.tsx";
import { ConnectStage, sumUpConnection } from "./connect-stage.tsx";
import { DraftConflict } from "./draft-conflict.tsx";
import { conflict, draft, keeping, sendChanges } from "./draft-state.ts";
import { HalfStage, sumUpHalf } from "./half-stage.tsx";
import { QualifyStage, sumUpRule } from "./qualify-stage.tsx";
import { Fault, Press } from "./say.tsx";
import { sayCheck } from "./say-state.ts";
import { connection, gone, integration, latestCheck, loadSetup, me, openStage } from "./setup-state.ts";
import { SignedIn } from "./signed-in.tsx";
import { Stage } from "./stage.tsx";
import { STAGES } from "./stages.ts";
import { setupWords as t } from "./setup.words.ts";

export function SetupPage({ id, article }: { id: IntegrationId; article: string | null }) {
  if (gone.value)
    return (
      <Fault>
        {t.theSetupCouldNot(gone.value.message)} <Press press={() => void loadSetup(id)}>{t.tryAgain}</Press>
      </Fault>
    );
  if (!me.value) return <p data-with-script>{t.askingThisHubHow}</p>;
  const view = integration.value;
  if (!view) return <p>{t.thisHubDoesNot}</p>;
  if (view.availability === "coming_soon") return <ComingSoon view={view} />;
  return (
    <>
      <div class="setup-meta">
        <p class="meta">
          <SignedIn />
          {connection.value && <Position />}
        </p>
      </div>
      {conflict.value && <DraftConflict theirs={conflict.value} />}
      <h2 class="rail-head" id="stages">
        {t.sixStages}
      </h2>
      <ol class="steps stages" role="list">
        <Stage id="choose" title={t.choose} summary={connection.value ? `${view.name}.` : t.sayWhichCrmAnd}>
          <ChooseStage view={view} article={article} />
        </Stage>
        <Stage id="connect" title={t.connect} summary={sumUpConnection(view)}>
          <ConnectStage view={view} />
        </Stage>
        <Stage id="referrers" title={t.referrers} summary={sumUpHalf("referrers", view.name)}>
          <HalfStage half="referrers" name={view.name} />
        </Stage>
        <Stage id="leads" title={t.leads} summary={sumUpHalf("leads", view.name)}>
          <HalfStage half="leads" name={view.name} />
        </Stage>
        <Stage id="qualify" title={t.qualify} summary={sumUpRule()}>
          <QualifyStage name={view.name} />
        </Stage>
        <Stage id="check" title={t.check} summary={checkSummary.value}>
          <CheckStage name={view.name} />
        </Stage>
      </ol>
    </>
  );
}

const checkSummary = computed(() => {
  const check = latestCheck.value;
  if (!check) return t.everyFactLookedUp;
  return t.checked(sayCheck(check.state).word, sayMoment(check.at));
});

/** Where one is, and whether what was chosen has arrived. */
function Position() {
  const now = keeping.value;
  return (
    <>
      <span>
        {t.stage} {STAGES.indexOf(openStage.value) + 1} {t.of(STAGES.length)}
      </span>
      {draft.value && now.state !== "idle" && (
        <span data-keeping={now.state}>
          {now.state === "saving" && t.saving2}
          {now.state === "saved" && t.draftSavedAt(sayTime(now.at))}
          {now.state === "offline" && t.offlineKeptHere}
          {now.state === "failed" && t.notSaved(now.says)}
          {(now.state === "offline" || now.state === "failed") && (
            <>
              {" "}
              <Press press={() => void sendChanges()}>{t.tryNow}</Press>
            </>
          )}
        </span>
      )}
    </>
  );
}
