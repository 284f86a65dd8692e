const TIME: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hour12: false };

/** "14:41" today, "Tue 14:41" within a week, "9 Mar 2026" before. `instant` is ISO 8601. */
export function sayWhen(instant: string, now: Date = new Date()): string {
  const then = new Date(instant);
  const days = (now.getTime() - then.getTime()) / 86_400_000;
  if (then.toDateString() === now.toDateString()) return then.toLocaleTimeString("en-GB", TIME);
  if (days < 6) return then.toLocaleString("en-GB", { weekday: "short", ...TIME });
  return then.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}
