type Go = (path: string) => void;

let go: Go = (path) => location.assign(path);

/** Leaves for another page of the hub. */
export const goTo: Go = (path) => go(path);

/** For a page that shows the hub's others within itself: the widget's frame. */
export const goBy = (way: Go): void => void (go = way);

/** The document hears by these events what a reader has got; `detail` says it (`Sent`, `Answered`). */
export const SENT = "handrail:sent";
export const ANSWERED = "handrail:answered";
export type Sent = { reference: string; receiptUrl: string };
export type Answered = { verdict: "answered" | "partial" | "unanswered" };

export const tell = <T extends Sent | Answered>(event: string, detail: T): boolean =>
  document.dispatchEvent(new CustomEvent(event, { detail }));
