import type { Signal } from "@preact/signals";
import { Icon } from "../icon.tsx";
import { draft, isDraftKept } from "./draft.ts";
import { type Sending, stopWaiting } from "./sending.ts";
import { escalateWords as t } from "./escalate.words.ts";

type Props = {
  sending: Signal<Sending>;
  again: () => void;
  /** Names of files that were chosen before a reload, and are not there any more. */
  lost: string[];
};

/** What has become of sending, above the button. */
export function Says({ sending, again, lost }: Props) {
  const now = sending.value;
  if (now.state === "sending") return <p class="small">{t.yourDraftStaysHere}</p>;
  if (now.state === "sent") return null;
  if (now.state === "idle") return <Kept lost={lost} />;
  if (now.state === "waiting")
    return (
      <p>
        <b>{t.youAreOffline}</b> {t.thisIsSentAs}{" "}
        <button class="text-btn" type="button" onClick={stopWaiting}>
          {t.doNotSendIt}
        </button>
      </p>
    );
  return (
    <p class="is-failed">
      <Icon name="m-failed" class="mark" /> <b class="state-word">{t.notSent}</b> {t.yourDraftIsKept(now.says)}{" "}
      <button class="text-btn" type="button" onClick={again}>
        {t.tryNow}
      </button>
    </p>
  );
}

function Kept({ lost }: { lost: string[] }) {
  const { files } = draft.value;
  const missing = lost.filter((name) => !files.includes(name));
  return (
    <>
      {missing.length > 0 && (
        <p class="is-warning">
          <Icon name="m-warning" class="mark" /> {t.filesAreNotKept} {missing.join(", ")} {t.again}
        </p>
      )}
      <p class="small">
        {isDraftKept() ? t.keptAsADraft : t.noDraftIsKept}
        {isDraftKept() && files.length > 0 && t.withoutItsFiles}.
      </p>
    </>
  );
}
