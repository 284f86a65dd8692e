import { BEGINNING, goTo, type Place } from "./place.ts";
import { lacksFactor, staff } from "./session.ts";
import { mayOpen, TITLES, type View } from "./views.ts";

/** Pressed first; then the place's own letter. */
export const GO = "g";
/** So long after the first the second is meant. */
const WAIT_MS = 2000;

type Where = { view: View; does?: string } & Partial<Place>;
const PLACES: Record<string, Where> = {
  c: { view: "cases" },
  m: { view: "cases", owner: "me", does: "My cases" },
  n: { view: "cases", owner: "nobody", does: "Nobody’s cases" },
  s: { view: "cases", state: null, snoozed: "yes", does: "Snoozed cases" },
  a: { view: "answers" },
  o: { view: "connections" },
  r: { view: "replies" },
  t: { view: "articles" },
  g: { view: "gaps" },
  d: { view: "deliveries" },
  p: { view: "reports" },
};

/** A hub whose product connects to no CRM has no connections. */
export const connects = document.querySelector("#desk[data-connects]") !== null;

/** The places that whoever is signed in may open, each by its two keys. */
export function goKeys(): Record<string, { does: string; run: () => void }> {
  const role = lacksFactor.value ? undefined : staff.value?.role;
  const open = Object.entries(PLACES).filter(
    ([, { view }]) => role && mayOpen(role, view) && (connects || view !== "connections"),
  );
  return Object.fromEntries(
    open.map(([key, { does, ...to }]) => [
      `${GO} ${key}`,
      { does: does ?? TITLES[to.view], run: () => goTo({ ...BEGINNING, ...to }) },
    ]),
  );
}

let pressedAt = -WAIT_MS;

/** The key's name: of two that belong together both, `g m`, when the second comes soon. */
export function nameKey({ key, timeStamp }: KeyboardEvent): string {
  // the key that makes a capital is none of its own
  if (key.length > 1) return key;
  const isSecond = timeStamp - pressedAt < WAIT_MS;
  pressedAt = key === GO && !isSecond ? timeStamp : -WAIT_MS;
  return isSecond ? `${GO} ${key}` : key;
}
