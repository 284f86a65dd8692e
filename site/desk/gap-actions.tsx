import { useSignal } from "@preact/signals";
import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { gapSaid, toggleGap } from "./change-gap.ts";
import { draftOf } from "./gap-api.ts";
import { GapMerge } from "./gap-merge.tsx";
import { GapRename } from "./gap-rename.tsx";
import { Notice } from "./notice.tsx";

/** What to do about a gap, and what was done. */
export function GapActions({ shown }: { shown: GapDetail }) {
  const open = useSignal<"rename" | "merge" | null>(null);
  const toggle = (form: "rename" | "merge") => () => (open.value = open.value === form ? null : form);
  const close = () => (open.value = null);
  return (
    <>
      <p class="case-acts">
        <a class="btn main sm" href={draftOf(shown.id)} download>
          Write this article
        </a>
        <button class="btn sm" type="button" onClick={() => void toggleGap(shown)}>
          {shown.state === "open" ? "Dismiss" : "Open again"} <kbd>e</kbd>
        </button>
        <button class="btn sm" type="button" aria-expanded={open.value === "rename"} onClick={toggle("rename")}>
          Rename
        </button>
        <button class="btn sm" type="button" aria-expanded={open.value === "merge"} onClick={toggle("merge")}>
          Merge
        </button>
      </p>
      {open.value === "rename" && <GapRename shown={shown} done={close} />}
      {open.value === "merge" && <GapMerge shown={shown} done={close} />}
      <GapSaid id={shown.id} />
    </>
  );
}

/** What was done last, with a way back. */
function GapSaid({ id }: { id: string }) {
  const said = gapSaid.value?.gapId === id ? gapSaid.value : null;
  if (said?.failed) return <Notice>{said.text}</Notice>;
  const { undo } = said ?? {};
  // it stands there from the beginning: what comes to be in it is read out
  return (
    <p class="gap-said" role="status">
      {said && `${said.text} `}
      {undo && (
        <button class="text-btn" type="button" onClick={() => void undo()}>
          Undo
        </button>
      )}
    </p>
  );
}
