import { useEffect } from "preact/hooks";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { BegunHere } from "./begun-here.tsx";
import { CaseActions } from "./case-actions.tsx";
import { CaseAttachments } from "./case-attachments.tsx";
import { CaseMessages } from "./case-messages.tsx";
import { caseContext, caseEvidence } from "./case-context.ts";
import { CaseSide } from "./case-side.tsx";
import { CaseTrail } from "./case-trail.tsx";
import { openCase } from "./cases.ts";
import { Said } from "./said.tsx";
import { backSince, sayState } from "./edit.ts";
import { ChooseOne, OpenRow } from "./open-row.tsx";
import type { Staff } from "./session.ts";
import { Write } from "./write.tsx";

/** The case beside the list: who, what they wrote, what they tried, what was said, and the reply. */
export function CaseView({ staff }: { staff: Staff }) {
  return (
    <OpenRow
      view="cases"
      open={openCase.state.value}
      none={<ChooseOne what="a case" />}
      says={{ back: "All cases", loading: "Asking for the case." }}
      headingId="case-h"
    >
      {(shown) => <Case shown={shown} staff={staff} />}
    </OpenRow>
  );
}

function Case({ shown, staff }: { shown: CaseDetail; staff: Staff }) {
  const who = shown.name ?? shown.email;
  const written = shown.messages.length;
  const back = backSince(shown);
  // of a merged case that is older than this one
  const before = shown.messages.filter(({ at }) => at < shown.createdAt);
  useEffect(() => void caseEvidence.reload(), [shown.id]);
  useEffect(() => void caseContext.reload(), [shown.id, shown.version, written]);
  const { value } = caseEvidence.state.value;
  const evidence = value?.caseId === shown.id ? value : null;
  return (
    <>
      <header class="case-h">
        <p class="small">
          <span class="ref">{shown.reference}</span>, {sayState(shown)}, since{" "}
          <time dateTime={shown.createdAt}>{sayWhen(shown.createdAt)}</time>
          {shown.topic && `, ${shown.topic}`}
          {back && (
            <>
              , <b>back from its snooze</b> since <time dateTime={back}>{sayWhen(back)}</time>
            </>
          )}
        </p>
        <h2 id="case-h">
          <bdi>{shown.subject}</bdi>
        </h2>
        <CaseActions shown={shown} />
      </header>
      <div class="case-cols">
        <div class="case-main">
          <CaseMessages key={`${shown.id} before`} id="before" title="What was said before" messages={before} />
          <blockquote>
            <Said text={shown.message} />
            <footer class="small">
              <bdi>{who}</bdi>, {sayWhen(shown.createdAt)}
            </footer>
          </blockquote>
          <CaseTrail trail={shown.trail} sentAt={shown.createdAt} evidence={evidence} />
          <CaseMessages
            key={`${shown.id} said`}
            id="said"
            title="What was said"
            messages={shown.messages.slice(before.length)}
          />
          <CaseAttachments shown={shown} />
          {shown.mergedInto ? (
            <BegunHere key={shown.id} caseId={shown.id} into={shown.mergedInto} />
          ) : (
            <Write key={shown.id} shown={shown} staff={staff} />
          )}
        </div>
        <CaseSide shown={shown} evidence={evidence} />
      </div>
    </>
  );
}
