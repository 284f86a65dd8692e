import type { IntegrationId } from "#content/schema.ts";

type Page = { indicator?: string; components?: object[]; incidents?: object[] };

/** A Statuspage summary.json. */
export const statuspage = ({ indicator = "none", components = [], incidents = [] }: Page = {}): string =>
  JSON.stringify({
    page: { id: "abc123", name: "Example", url: "https://status.example.com" },
    status: { indicator, description: "…" },
    components,
    incidents,
    scheduled_maintenances: [],
  });

export const salesforceInstance = (status = "OK", more: object = {}): string =>
  JSON.stringify({ key: "EU42", status, isActive: true, Incidents: [], Maintenances: [], ...more });

export const zohoFeed = (state = "Operational"): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Zoho &amp; friends</title>
<item><title>Zoho CRM Plus - Major Outage</title><pubDate>Tue, 10 Mar 2026 10:00:00 GMT</pubDate></item>
<item><title>Zoho CRM - ${state}</title><link>https://us.zohostatus.com/crm</link>
<pubDate>Tue, 10 Mar 2026 12:00:00 GMT</pubDate><description>&lt;p&gt;We are &lt;b&gt;looking&lt;/b&gt; into it.&lt;/p&gt;</description></item>
</channel></rss>
`;

export const sorryPage = (state = "operational", notices: object[] = []): string =>
  JSON.stringify({ page: { id: "p1", name: "Example", state, state_text: "…", notices } });

/** ServiceTitan's page: its group "Core Product Features", and another group that does not count. */
export const groupedPage = (states: string[], other = "operational"): string =>
  statuspage({
    indicator: other === "operational" ? "none" : "major",
    components: [
      { id: "g1", name: "Core Product Features", status: "operational", group: true, group_id: null },
      { id: "g2", name: "Marketing site", status: other, group: true, group_id: null },
      ...states.map((status, i) => ({ id: `c${i}`, name: `Part ${i}`, status, group_id: "g1" })),
      { id: "m1", name: "Blog", status: other, group_id: "g2" },
    ],
    incidents: [
      { id: "i1", name: "Scheduling is slow", status: "identified", components: [{ id: "c0" }], incident_updates: [] },
      { id: "i2", name: "Blog is away", status: "identified", components: [{ id: "m1" }], incident_updates: [] },
    ],
  });

/** Every vendor working. */
export const STATUS_BODIES: Record<IntegrationId, string> = {
  hubspot: statuspage(),
  salesforce: salesforceInstance(),
  intercom: statuspage(),
  servicetitan: groupedPage(["operational", "operational"]),
  zoho: zohoFeed(),
  pipedrive: sorryPage(),
  monday: statuspage(),
};
