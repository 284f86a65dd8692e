import { z } from "zod";
import type { Incident } from "../status.schema.ts";
import { type Reading, readJson, stateOf, toInstant, toLink, toText, type Trouble } from "./reading.ts";

const Component = z.object({ id: z.string(), name: z.string(), status: z.string(), group_id: z.string().nullish() });
const Summary = z.object({
  page: z.object({ id: z.string() }),
  status: z.object({ indicator: z.enum(["none", "minor", "major", "critical", "maintenance"]) }),
  components: z.array(Component).max(2000),
  incidents: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        status: z.string(),
        impact: z.string().nullish(),
        shortlink: z.string().nullish(),
        started_at: z.string().nullish(),
        created_at: z.string().nullish(),
        monitoring_at: z.string().nullish(),
        incident_updates: z.array(z.object({ body: z.string().nullish() })).nullish(),
        components: z.array(z.object({ id: z.string() })).nullish(),
      }),
    )
    .max(500),
});
type Summary = z.infer<typeof Summary>;
const INDICATORS = {
  none: "operational",
  minor: "degraded",
  major: "degraded",
  critical: "down",
  maintenance: "maintenance",
} as const;

/** Statuspage's summary.json. With `only`, that group of components speaks for the vendor, and the page where the group is gone. */
export function parseStatuspage(body: string, only?: string): Reading {
  const summary = readJson(body, Summary);
  const group = only ? summary.components.find((component) => component.name === only) : undefined;
  const members = summary.components.filter((component) => group && component.group_id === group.id);
  if (members.length === 0) {
    const { incidents } = summary;
    return {
      state: INDICATORS[summary.status.indicator],
      incidents: incidents.map(toIncident),
      past: incidents.flatMap(toTroubles),
    };
  }
  const ids = new Set(members.map((member) => member.id));
  const incidents = summary.incidents.filter(
    (incident) => !incident.components?.length || incident.components.some((component) => ids.has(component.id)),
  );
  return {
    state: stateOfGroup(members.map((member) => stateOf(member.status))),
    incidents: incidents.map(toIncident),
    // an incident's impact is on the whole page: of the group it says no more than that there was some
    past: incidents.flatMap(toTroubles).map((trouble) => ({ ...trouble, state: "degraded" as const })),
  };
}

/** A group is down only when all of it is; one broken part of many is a degraded vendor. */
function stateOfGroup(states: Reading["state"][]): Reading["state"] {
  if (states.every((state) => state === "down")) return "down";
  if (states.some((state) => state === "down" || state === "degraded")) return "degraded";
  return states.includes("maintenance") ? "maintenance" : "operational";
}

const IMPACTS: Readonly<Record<string, Trouble["state"]>> = { minor: "degraded", major: "degraded", critical: "down" };

/** Incidents that are not resolved, from their beginning until they are only watched. */
function toTroubles({ impact, status, ...incident }: Summary["incidents"][number]): Trouble[] {
  const state = IMPACTS[impact ?? ""];
  const from = toInstant(incident.started_at ?? incident.created_at);
  if (!state || !from) return [];
  const lasts = status === "investigating" || status === "identified";
  return [{ state, from, to: lasts ? null : (toInstant(incident.monitoring_at) ?? from) }];
}

function toIncident(incident: Summary["incidents"][number]): Incident {
  return {
    id: incident.id,
    title: toText(incident.name, 200) ?? incident.id,
    state: incident.status,
    startedAt: toInstant(incident.started_at ?? incident.created_at),
    url: toLink(incident.shortlink),
    update: toText(incident.incident_updates?.[0]?.body, 400),
  };
}
