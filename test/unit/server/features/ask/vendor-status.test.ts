import { expect, it } from "vitest";
import { findVendorStatus, type VendorReading } from "#server/features/ask/vendor-status.ts";

const hub = { languages: ["en"], integrations: [{ id: "hubspot", name: "HubSpot" }] } as const;
const reading: VendorReading = { id: "hubspot", name: "HubSpot", state: "operational", seenAt: "2026-11-23T12:03:30Z" };

it.each([
  ["Is HubSpot down?", true],
  ["hubspot down right now?", true],
  ["HubSpot seems to be offline", true],
  ["Hey, is HubSpot up?", true],
  ["Is there an outage at HubSpot?", true],
  ["HubSpot status", true],
  ["Läuft HubSpot gerade?", true],
  ["Ist HubSpot ausgefallen?", true],
  ["Hat HubSpot gerade eine Störung?", true],
  ["How do I break down HubSpot revenue by month?", false],
  ["Can I drill down into HubSpot attribution?", false],
  ["Are HubSpot offline conversions supported?", false],
  ["How are HubSpot pipelines set up?", false],
  ["Is HubSpot hard to set up?", false],
  ["What happens to my referrals when HubSpot is down?", false],
  ["Which field is the HubSpot drop-down?", false],
  ["Funktioniert HubSpot mit mehreren Konten?", false],
  ["Was passiert, wenn HubSpot down ist?", false],
])("whether %j is answered by the vendor's state alone: %s", (question, is) => {
  const { answers } = findVendorStatus(
    { languages: [...hub.languages], integrations: [...hub.integrations] },
    () => [reading],
    { question, passages: [] },
  );
  expect(answers).toBe(is);
});
