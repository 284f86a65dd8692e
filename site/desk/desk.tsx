import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Answers } from "./answers.tsx";
import { watchAnswers } from "./answer-state.ts";
import { Articles } from "./articles.tsx";
import { CaseView } from "./case-view.tsx";
import { watchCases } from "./cases.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { watchChosen } from "./chosen.ts";
import { watchConnections } from "./connection-state.ts";
import { Connections } from "./connections.tsx";
import { DeskHead } from "./desk-head.tsx";
import { Gaps } from "./gaps.tsx";
import { Inbox } from "./inbox.tsx";
import { listenToEvents } from "./events.ts";
import { keysOf, listenToKeys } from "./keys.ts";
import { Legend } from "./legend.tsx";
import { OutcomeLine } from "./outcome-line.tsx";
import { People } from "./people.tsx";
import { place } from "./place.ts";
import { Replies } from "./replies.tsx";
import { findSession, staff } from "./session.ts";
import { SignIn } from "./sign-in.tsx";

export function Desk() {
  useEffect(() => {
    void findSession().catch(() => (staff.value = null));
    const stops = [watchCases(), watchAnswers(), watchConnections(), watchChosen(), listenToEvents(), listenToKeys()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useSignalEffect(() => {
    document.title = `${TITLES[place.value.view]} - Desk`;
  });

  if (staff.value === undefined) return <p class="desk-gate">Asking whether you are signed in.</p>;
  if (staff.value === null) return <SignIn />;
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
      {place.value.view === "articles" && <Articles />}
      {place.value.view === "gaps" && <Gaps />}
      {place.value.view === "replies" && <Replies />}
      {place.value.view === "people" && <People staff={staff.value} />}
      <ChangeDialog />
      <Legend keys={Object.entries(keysOf(place.value.view)).map(([key, { does }]) => [key, does])} />
      <OutcomeLine />
    </>
  );
}

const TITLES = {
  cases: "Cases",
  answers: "Answers",
  connections: "Connections",
  articles: "Articles by votes",
  gaps: "Gaps",
  people: "People",
  replies: "Saved replies",
};
