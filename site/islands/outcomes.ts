/** What a reader has got; the widget's frame tells its host of it. The document hears by these events, `detail` says what. */
export const SENT = "handrail:sent";
export const ANSWERED = "handrail:answered";
export type Sent = { reference: string; receiptUrl: string };
export type Answered = { verdict: "answered" | "partial" | "unanswered" };

export const tell = <T extends Sent | Answered>(event: string, detail: T): boolean =>
  document.dispatchEvent(new CustomEvent(event, { detail }));
