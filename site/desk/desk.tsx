import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Api } from "./api.tsx";
import { Answers } from "./answers.tsx";
import { watchAnswers } from "./answer-state.ts";
import { watchArticles } from "./article-state.ts";
import { Articles } from "./articles.tsx";
import { CaseView } from "./case-view.tsx";
import { openCase, watchCases } from "./cases.ts";
import { watchOutcome } from "./change-case.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { watchChosen } from "./chosen.ts";
import { watchConnections } from "./connection-state.ts";
import { Connections } from "./connections.tsx";
import { Deliveries } from "./deliveries.tsx";
import { watchDeliveries } from "./deliveries-state.ts";
import { Data } from "./data.tsx";
import { DeskHead } from "./desk-head.tsx";
import { watchGaps } from "./gap-state.ts";
import { Gaps } from "./gaps.tsx";
import { Inbox } from "./inbox.tsx";
import { listenToEvents } from "./events.ts";
import { keysOf, listenToKeys } from "./keys.ts";
import { Legend } from "./legend.tsx";
import { OutcomeLine } from "./outcome-line.tsx";
import { People } from "./people.tsx";
import { Reports } from "./reports.tsx";
import { LogView } from "./log.tsx";
import { NotYours } from "./not-yours.tsx";
import { place } from "./place.ts";
import { mayOpen, TITLES } from "./views.ts";
import { Replies } from "./replies.tsx";
import { findSession, staff } from "./session.ts";
import { SignIn } from "./sign-in.tsx";

export function Desk() {
  useEffect(() => {
    void findSession().catch(() => (staff.value = null));
    const stops = [
      watchCases(),
      watchAnswers(),
      watchConnections(),
      watchArticles(),
      watchGaps(),
      watchDeliveries(),
      watchChosen(),
      watchOutcome(),
      listenToEvents(),
      listenToKeys(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useSignalEffect(nameWindow);

  if (staff.value === undefined) return <p class="desk-gate">Asking whether you are signed in.</p>;
  if (staff.value === null) return <SignIn />;
  if (!mayOpen(staff.value.role, place.value.view))
    return (
      <>
        <DeskHead staff={staff.value} />
        <NotYours view={place.value.view} staff={staff.value} />
      </>
    );
  return (
    <>
      <DeskHead staff={staff.value} />
      {place.value.view === "cases" && (
        <div class="desk">
          <h1 class="sr">Cases</h1>
          <Inbox />
          <CaseView staff={staff.value} />
        </div>
      )}
      {place.value.view === "answers" && <Answers />}
      {place.value.view === "connections" && <Connections />}
      {place.value.view === "articles" && <Articles staff={staff.value} />}
      {place.value.view === "gaps" && <Gaps />}
      {place.value.view === "reports" && <Reports staff={staff.value} />}
      {place.value.view === "data" && <Data staff={staff.value} />}
      {place.value.view === "replies" && <Replies />}
      {place.value.view === "deliveries" && <Deliveries />}
      {place.value.view === "people" && <People staff={staff.value} />}
      {place.value.view === "api" && <Api />}
      {place.value.view === "log" && <LogView />}
      <ChangeDialog />
      <Legend keys={Object.entries(keysOf(place.value.view)).map(([key, { does }]) => [key, does])} />
      <OutcomeLine />
    </>
  );
}

/** Several windows of the desk are told apart by their open case. */
function nameWindow(): void {
  const { view, caseId } = place.value;
  const open = view === "cases" ? openCase.state.value.value : null;
  document.title = `${open && open.id === caseId ? `${open.reference} ${open.subject}` : TITLES[view]} - Desk`;
}
