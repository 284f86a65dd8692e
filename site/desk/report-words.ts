/** "case" of 1, "cases" of 12 */
export const sayUnit = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** "1 case", "12 cases" */
export const sayCount = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-GB")} ${sayUnit(count, one, many)}`;

/** "17 Nov" of 2026-11-17, a calendar day of the hub. */
export const sayDate = (date: string): string =>
  new Date(`${date}T00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** "17 November 2026" */
export const sayWholeDate = (date: string): string =>
  new Date(`${date}T00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

/** "1.5 h", "3 days 4 h" from two days on. */
export function sayHours(hours: number | null): string {
  if (hours === null) return "–";
  if (hours < 0.1) return "under 6 min";
  if (hours < 48) return `${hours} h`;
  const [days, rest] = [Math.floor(hours / 24), Math.round(hours % 24)];
  return rest === 0 ? `${days} days` : `${days} days ${rest} h`;
}

/** A share is said of twenty or more: of three, "67 %" promises too much. */
export const sayShare = (part: number, of: number): string => (of < 20 ? "" : `(${Math.round((part / of) * 100)} %)`);

/** "12 MB", "340 KB" */
export const sayBytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** "Cape Town" of Africa/Cape_Town. */
export const sayPlace = (timeZone: string): string => (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
