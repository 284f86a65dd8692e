import { GO } from "./key-pairs.ts";
import { BEGINNING, goTo, type Place } from "./place.ts";
import { lacksFactor, staff } from "./session.ts";
import { isShownTo } from "./shown-views.ts";
import { TITLES, type View } from "./views.ts";

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

/** The places that whoever is signed in may open, each by its two keys. */
export function goKeys(): Record<string, { does: string; run: () => void }> {
  const role = lacksFactor.value ? undefined : staff.value?.role;
  const open = Object.entries(PLACES).filter(([, { view }]) => role && isShownTo(role, view));
  return Object.fromEntries(
    open.map(([key, { does, ...to }]) => [
      `${GO} ${key}`,
      { does: does ?? TITLES[to.view], run: () => goTo({ ...BEGINNING, ...to }) },
    ]),
  );
}
