import type { HandrailEvents } from "#site/public/handrail-widget.d.ts";
import { mark, readFromFrame, type ToFrame } from "../messages.ts";
import type { Panel } from "./panel.ts";

type Listener = (detail: never) => void;
export type Talk = {
  /** To the hub's frame and nobody else. False where it is not there. */
  say: (message: ToFrame) => boolean;
  on: (event: string, listener: Listener) => void;
  off: (event: string, listener: Listener) => void;
  tell: (event: keyof HandrailEvents, detail?: object) => void;
};

/** Messages go to the exact origin of the hub, and are heard from its frame at that origin alone. */
export function openTalk(hub: string, panel: Panel): Talk {
  const listeners = new Map<string, Set<Listener>>();
  const listenersOf = (event: string): Set<Listener> => {
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known);
    return known;
  };
  const talk: Talk = {
    say: (message) => {
      if (panel.isReady) panel.frame.contentWindow?.postMessage(mark(message), hub);
      return panel.isReady;
    },
    on: (event, listener) => void listenersOf(event).add(listener),
    off: (event, listener) => void listenersOf(event).delete(listener),
    tell: (event, detail = {}) => {
      for (const listener of listenersOf(event)) {
        // a listener's fault is the host's to hear of, and stops nothing here
        try {
          listener(detail as never); // by the name of the event: handrail-widget.d.ts
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== hub || source !== panel.frame.contentWindow || source === null) return;
    const message = readFromFrame(data);
    if (message?.type === "close") panel.close();
    if (message?.type !== "event") return;
    if (message.event === "ready") panel.setReady();
    talk.tell(message.event, message.detail);
  });
  return talk;
}
