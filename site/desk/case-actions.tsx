import { useSignal } from "@preact/signals";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { changeCase } from "./change-case.ts";
import { writing } from "./cases.ts";
import { Notice } from "./notice.tsx";

export function CaseActions({ shown }: { shown: CaseDetail }) {
  const says = useSignal<string | null>(null);
  const solved = shown.state === "solved";
  const write = (what: "reply" | "note") => {
    writing.value = what;
    document.getElementById("write")?.focus();
  };
  return (
    <>
      <p class="case-acts">
        <button class="btn main sm" type="button" onClick={() => write("reply")}>
          Reply <kbd>r</kbd>
        </button>
        <button class="btn sm" type="button" onClick={() => write("note")}>
          Note <kbd>n</kbd>
        </button>
        <button
          class="btn sm"
          type="button"
          onClick={() => void changeCase(shown, solved ? "open" : "solved").then((said) => (says.value = said))}
        >
          {solved ? "Open again" : "Solve"} <kbd>e</kbd>
        </button>
      </p>
      {says.value && <Notice>{says.value}</Notice>}
    </>
  );
}
