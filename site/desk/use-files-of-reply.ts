import { useEffect, useRef } from "preact/hooks";
import { writing } from "./cases.ts";

/** Files that are pasted or dropped into a reply: a screenshot, most often. */
export function useFilesOfReply(take: (files: File[]) => void): void {
  const newest = useRef(take);
  newest.current = take;
  useEffect(() => {
    const listening = new AbortController();
    const on = (event: ClipboardEvent | DragEvent) => {
      const data = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
      if (!isReply(event.target) || !data?.types.includes("Files")) return;
      // over it a file may be let go; else the browser would open it in place of the desk
      event.preventDefault();
      if (event.type !== "dragover") newest.current([...data.files]);
    };
    for (const type of ["paste", "drop", "dragover"] as const) addEventListener(type, on, { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

const isReply = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.id === "write" && writing.peek() === "reply";
