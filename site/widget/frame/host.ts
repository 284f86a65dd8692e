/** The page around the frame, which the policy of `/widget/` has let show it. */
import { mark, readToFrame, type EventName, type FromFrame, type ToFrame } from "../messages.ts";

function ancestorOrigin(): string | null {
  // Firefox has no such list
  const list: DOMStringList | undefined = location.ancestorOrigins;
  return list?.[0] ?? null;
}

/** The host's script has it sent without a path. */
function referrerOrigin(): string | null {
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

/** Null where the frame is a page of its own, or the browser does not say whose it is in. */
const origin = parent === window ? null : (ancestorOrigin() ?? referrerOrigin());

/** To the host's page and no other. */
const say = (message: FromFrame): void => {
  if (origin) parent.postMessage(mark(message), origin);
};

export const tellHost = (event: EventName, detail: Record<string, unknown> = {}): void =>
  say({ type: "event", event, detail });
export const closePanel = (): void => say({ type: "close" });
export const hasHost = origin !== null;

/** Messages of the page around the frame, and of nobody else. */
export function hearHost(hear: (message: ToFrame) => void): void {
  addEventListener("message", (event) => {
    if (!origin || event.origin !== origin || event.source !== parent) return;
    const message = readToFrame(event.data);
    if (message) hear(message);
  });
}
