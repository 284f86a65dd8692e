import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { writing } from "./cases.ts";

/**
 * Files that are pasted into a reply, or dropped anywhere onto its case: a screenshot, most often. Says whether some are held
 * over it now.
 */
export function useFilesOfReply(take: (files: File[]) => void): ReadonlySignal<boolean> {
  const newest = useRef(take);
  newest.current = take;
  const held = useSignal(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onPaste = (event: ClipboardEvent) => {
      if (!isReply(event.target) || !event.clipboardData?.types.includes("Files")) return;
      event.preventDefault();
      newest.current([...event.clipboardData.files]);
    };
    const onDrag = (event: DragEvent) => {
      const { type, dataTransfer, target } = event;
      if (!dataTransfer?.types.includes("Files")) return;
      const isHere = isOfCase(target);
      held.value = isHere && type === "dragover";
      // a field for files takes them itself
      if (target instanceof HTMLInputElement && target.type === "file") return;
      // else the browser would open the file in place of the desk, wherever it is let go
      event.preventDefault();
      dataTransfer.dropEffect = isHere ? "copy" : "none";
      if (isHere && type === "drop") newest.current([...dataTransfer.files]);
    };
    const onLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node)) held.value = false;
    };
    addEventListener("paste", onPaste, { signal });
    addEventListener("dragover", onDrag, { signal });
    addEventListener("drop", onDrag, { signal });
    addEventListener("dragleave", onLeave, { signal });
    return () => listening.abort();
  }, []);
  return held;
}

const isReply = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.id === "write" && writing.peek() === "reply";

const isOfCase = (target: EventTarget | null): boolean => target instanceof Element && target.closest(".case") !== null;
