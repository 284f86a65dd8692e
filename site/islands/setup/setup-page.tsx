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

export function SetupPage({ id, article }: { id: IntegrationId; article: string | null }) {
  if (gone.value)
    return (
      <Fault>
        The setup could not be opened. {gone.value.message} <Press press={() => void loadSetup(id)}>Try again</Press>
      </Fault>
    );
  if (!me.value) return <p>Asking this hub how far you are.</p>;
  const view = integration.value;
  if (!view) return <p>This hub does not offer this CRM. All that it offers stand under “All setups”.</p>;
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
        Six stages
      </h2>
      <ol class="steps stages" role="list">
        <Stage
          id="choose"
          title="Choose"
          summary={connection.value ? `${view.name}.` : "Say which CRM, and who you are."}
        >
          <ChooseStage view={view} article={article} />
        </Stage>
        <Stage id="connect" title="Connect" summary={sumUpConnection(view)}>
          <ConnectStage view={view} />
        </Stage>
        <Stage id="referrers" title="Referrers" summary={sumUpHalf("referrers", view.name)}>
          <HalfStage half="referrers" name={view.name} />
        </Stage>
        <Stage id="leads" title="Leads" summary={sumUpHalf("leads", view.name)}>
          <HalfStage half="leads" name={view.name} />
        </Stage>
        <Stage id="qualify" title="Qualify" summary={sumUpRule()}>
          <QualifyStage name={view.name} />
        </Stage>
        <Stage id="check" title="Check" summary={checkSummary.value}>
          <CheckStage name={view.name} />
        </Stage>
      </ol>
    </>
  );
}

const checkSummary = computed(() => {
  const check = latestCheck.value;
  if (!check) return "Every fact, looked up in your CRM there and then, and any contact traced.";
  return `${sayCheck(check.state).word} Checked ${sayMoment(check.at)}.`;
});

/** Where one is, and whether what was chosen has arrived. */
function Position() {
  const now = keeping.value;
  return (
    <>
      <span>
        Stage {STAGES.indexOf(openStage.value) + 1} of {STAGES.length}
      </span>
      {draft.value && now.state !== "idle" && (
        <span data-keeping={now.state}>
          {now.state === "saving" && "Saving…"}
          {now.state === "saved" && `Draft saved at ${sayTime(now.at)}`}
          {now.state === "offline" && "Offline: kept here"}
          {now.state === "failed" && `Not saved. ${now.says}`}
          {(now.state === "offline" || now.state === "failed") && (
            <>
              {" "}
              <Press press={() => void sendChanges()}>Try now</Press>
            </>
          )}
        </span>
      )}
    </>
  );
}
