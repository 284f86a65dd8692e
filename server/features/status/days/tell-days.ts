import { addDays } from "#server/core/zone-time.ts";
import { DAYS_TOLD } from "../status.values.ts";
import { type Days, runsOf } from "../days.values.ts";
import type { VendorDay } from "./keep-days.ts";

/** Of 24 hours: a day that was seen in fewer, and well in them, may have been anything. */
const ENOUGH_HOURS = 12;

type Kept = Pick<VendorDay, "day" | "state" | "hours">;

/** The days until `today`, from what was kept of them. The first that was watched and today's are not over or not whole: for them any hour is enough. */
export function tellDays(kept: Kept[], today: string): Days {
  const days = Array.from({ length: DAYS_TOLD }, (_, at) => addDays(today, at + 1 - DAYS_TOLD));
  const byDay = new Map(kept.map((each) => [each.day, each]));
  const since = days.find((day) => (byDay.get(day)?.hours ?? 0) > 0) ?? null;
  const states = days.map((day): VendorDay["state"] | "unknown" | "unwatched" => {
    const { state, hours } = byDay.get(day) ?? { state: "operational", hours: 0 };
    const isSeen = hours > 0 && (day === since || day === today);
    if (state !== "operational" || isSeen || countBits(hours) >= ENOUGH_HOURS) return state;
    return since && day > since ? "unknown" : "unwatched";
  });
  const breaks = runsOf(states).flatMap(({ state, from, to }) => {
    const [first, last] = [days[from], days[to - 1]];
    if (state === "operational" || state === "unwatched" || !first || !last) return [];
    return [{ from: first, to: last, state }];
  });
  return { until: today, since, breaks };
}

const countBits = (hours: number): number => hours.toString(2).replaceAll("0", "").length;
