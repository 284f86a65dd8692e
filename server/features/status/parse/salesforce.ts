import { z } from "zod";
import type { Incident } from "../status.schema.ts";
import { type Reading, readJson, toInstant, toText, type Trouble, UnreadableStatus } from "./reading.ts";
import { vendorPageTexts as t } from "../vendor-page.words.ts";

const Instance = z.object({
  key: z.string(),
  status: z.string(),
  isActive: z.boolean(),
  Incidents: z
    .array(
      z.object({
        id: z.union([z.string(), z.number()]).transform(String),
        createdAt: z.string().nullish(),
        IncidentImpacts: z
          .array(z.object({ startTime: z.string().nullish(), endTime: z.string().nullish() }))
          .nullish(),
        IncidentEvents: z.array(z.object({ message: z.string().nullish() })).nullish(),
      }),
    )
    .max(500)
    .nullish(),
});
type SalesforceIncident = NonNullable<z.infer<typeof Instance>["Incidents"]>[number];

/** An instance's status from Salesforce's Trust API. */
export function parseSalesforce(body: string): Reading {
  const instance = readJson(body, Instance);
  if (!instance.isActive) throw new UnreadableStatus(t.notInUse(instance.key));
  const incidents = instance.Incidents ?? [];
  const open = incidents.filter(isOpen);
  return {
    state: stateOfInstance(instance.status),
    incidents: open.map(toIncident),
    past: incidents.flatMap(toTroubles),
  };
}

function stateOfInstance(status: string): Reading["state"] {
  if (status === "OK" || status.startsWith("INFORMATIONAL_")) return "operational";
  if (status === "MAJOR_INCIDENT_CORE") return "down";
  if (status === "MAJOR_INCIDENT_NONCORE" || status.startsWith("MINOR_INCIDENT_")) return "degraded";
  if (status.startsWith("MAINTENANCE_")) return "maintenance";
  throw new UnreadableStatus();
}

/** An instance lists its past incidents too: those have an end to every impact. */
const isOpen = (incident: SalesforceIncident): boolean =>
  !incident.IncidentImpacts?.length || incident.IncidentImpacts.some((impact) => !impact.endTime);

/** How bad it was is not said in words that could be relied on: it was trouble. */
const toTroubles = ({ IncidentImpacts: impacts }: SalesforceIncident): Trouble[] =>
  (impacts ?? []).flatMap(({ startTime, endTime }) => {
    const from = toInstant(startTime);
    return from ? [{ state: "degraded", from, to: toInstant(endTime) }] : [];
  });

function toIncident(incident: SalesforceIncident): Incident {
  return {
    id: incident.id,
    title: `Salesforce incident ${incident.id}`,
    state: "open",
    startedAt: toInstant(incident.IncidentImpacts?.[0]?.startTime ?? incident.createdAt),
    url: `https://status.salesforce.com/incidents/${encodeURIComponent(incident.id)}`,
    update: toText(incident.IncidentEvents?.at(-1)?.message, 400),
  };
}
