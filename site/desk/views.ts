import type { StaffRole } from "#server/auth/people.schema.ts";

export const VIEWS = [
  "cases",
  "answers",
  "connections",
  "replies",
  "articles",
  "gaps",
  "deliveries",
  "reports",
  "data",
  "people",
  "api",
  "log",
] as const;
export type View = (typeof VIEWS)[number];

/** Who may open what; the API holds them to it. */
export const NEEDS: Record<View, StaffRole> = {
  cases: "agent",
  answers: "agent",
  connections: "agent",
  articles: "writer",
  gaps: "writer",
  replies: "agent",
  deliveries: "agent",
  reports: "agent",
  data: "admin",
  people: "writer",
  api: "admin",
  log: "admin",
};
const RANK: Record<StaffRole, number> = { writer: 0, agent: 1, admin: 2 };

export const mayOpen = (role: StaffRole, view: View): boolean => RANK[role] >= RANK[NEEDS[view]];

export const TITLES: Record<View, string> = {
  cases: "Cases",
  answers: "Answers",
  connections: "Connections",
  articles: "Articles",
  gaps: "Gaps",
  deliveries: "Deliveries",
  reports: "Reports",
  data: "Data",
  people: "People",
  api: "API",
  log: "Log",
  replies: "Saved replies",
};
