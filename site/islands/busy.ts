/**
 * What is pressed and works for a while keeps the focus: a button that is `disabled` meanwhile would lose it, and whoever
 * uses the keyboard their place. It is `aria-disabled` instead, and a press, also by Enter in a field of its form, does
 * nothing.
 */
import { announce, takeBack } from "./announce.ts";
import { busyWords as t } from "./busy.words.ts";

/** What is done sooner is seen before it could be heard of. */
const MOMENT_MS = 500;

function ignoreWhileBusy(event: Event): void {
  const { currentTarget: pressed } = event;
  if (!(pressed instanceof Element) || pressed.getAttribute("aria-disabled") !== "true") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The attributes of a button, or of a field that opens something: `<button {...whileBusy(busy.value)} onClick={…}>`. */
export const whileBusy = (busy: boolean) => ({ "aria-disabled": busy, onClickCapture: ignoreWhileBusy });

/** The same for a button that no component draws. */
export function setBusy(button: HTMLButtonElement, busy: boolean): void {
  button.setAttribute("aria-disabled", String(busy));
  button.addEventListener("click", ignoreWhileBusy, true);
}

/** Whoever listens hears that it is being worked on, where that takes more than a moment. */
export async function hearWork<Done>(work: Promise<Done>): Promise<Done> {
  const waiting = setTimeout(() => announce(t.working), MOMENT_MS);
  try {
    return await work;
  } finally {
    clearTimeout(waiting);
    takeBack(t.working);
  }
}
