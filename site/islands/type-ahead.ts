/** What was pressed before the dialog was there to take it. */
export type Ahead = { text: string; ended: "Enter" | "Escape" | null };

/** Collects what is typed until `stop`, so that the first letters of a query, or its Enter, are not lost. */
export function catchTyping(): { stop: () => Ahead } {
  const ahead: Ahead = { text: "", ended: null };
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === "Escape") ahead.ended = event.key;
    else if (event.key === "Backspace") ahead.text = ahead.text.slice(0, -1);
    else if (event.key.length === 1) ahead.text += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("keydown", listen, true);
  return {
    stop() {
      removeEventListener("keydown", listen, true);
      return ahead;
    },
  };
}
