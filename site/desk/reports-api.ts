import type { Report, WeeklySwitch } from "#server/features/reports/reports.schema.ts";
import { type CSV_KINDS, SPAN_DAYS } from "#server/features/reports/reports.values.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";
import type { Place } from "./place.ts";

const { reports } = api.desk;
export type CsvKind = (typeof CSV_KINDS)[number];
type InAddress = { days?: string; from?: string; to?: string };

/** The days that the address names; without any, the hub's own choice. */
export function spanIn({ days, from, to }: Pick<Place, "days" | "from" | "to">): InAddress {
  if (from && to) return { from, to };
  return SPAN_DAYS.some((known) => String(known) === days) && days ? { days } : {};
}

export const readReport = async (span: InAddress): Promise<Report> => readAnswer(await reports.$get({ query: span }));

export const csvUrl = (kind: CsvKind, { from, to }: Pick<Report, "from" | "to">, bom: boolean): string =>
  `/api/desk/reports/csv/${kind}?${new URLSearchParams({ from, to, ...(bom && { bom: "1" }) })}`;

export const readWeekly = async (): Promise<WeeklySwitch> => readAnswer(await reports.weekly.$get());

export const switchWeekly = async (on: boolean): Promise<WeeklySwitch> =>
  readAnswer(await reports.weekly.$put({ json: { on } }));
