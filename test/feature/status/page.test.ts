import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { statuspage } from "#test/fakes/status-bodies.ts";
import { startStatusPages } from "#test/fakes/status-pages.ts";
import { openTestHub } from "#test/support/hub.ts";

const pages = await startStatusPages();
afterAll(() => pages.close());
const BUILT = `<!doctype html><title>Status</title><script>document.title;</script>
<h1><!--slot:headline-->Status of the CRMs<!--/slot:headline--></h1>
<p><span><!--slot:beside--><!--/slot:beside--></span> Read while you look.</p>
<div id="status"><!--slot:status--><p>Built text</p>
<p>on two lines</p><!--/slot:status--></div>`;
const { app, deps } = await openTestHub({
  clock: { now: () => new Date("2026-11-23T12:41:00Z") },
  files: { "status/index.html": BUILT },
  hub: {
    integrations: pages.integrations
      .filter(({ id }) => ["hubspot", "intercom", "zoho"].includes(id))
      .map((each) => (each.id === "zoho" ? { ...each, availability: "coming_soon" } : each)),
  },
});

describe("the status page without script", () => {
  test("says first what is known, then one row a CRM, this hub's parts and what is to come", async () => {
    const incident = {
      id: "i1",
      name: "<b>Records & $& deals</b>",
      status: "in_progress",
      started_at: "2026-11-22T23:30:00Z",
      shortlink: "https://stspg.example.com/i1",
      incident_updates: [{ body: "We found it." }],
    };
    pages.say("hubspot", statuspage({ indicator: "critical", incidents: [incident] }));
    pages.break("intercom", "error");
    const response = await app.request("/status/");
    const page = (await response.text()).replace(/\s+/g, " ");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(page).toContain("<h1>HubSpot is down.</h1>");
    expect(page).toContain("<span>Intercom cannot be seen just now.</span>");
    expect(page).toContain('id="hubspot"'); // where an answer's source leads
    expect(page).toContain("Checked today at 14:41 (Johannesburg time)");
    expect(page).toContain(`<b class="state-word">Down.</b> <span lang="" dir="auto">Records &amp; $&amp; deals`);
    expect(page).toContain("Seen today at 14:41.");
    expect(page).toContain("The vendor’s status page answered with 503.");
    expect(page).toContain(`<time datetime="2026-11-22T23:30:00.000Z" >23 Nov</time >`);
    expect(page).toContain(
      `<b>In progress.</b> <span lang="" dir="auto">We found it.</span> <a href="https://stspg.example.com/i1">Read it at HubSpot`,
    );
    expect(page).toContain(`<b class="state-word">Not set up.</b> Mail.`);
    expect(page).toContain('<b>Zoho</b><span class="small">Not open yet</span>');
    expect(page).not.toContain("Built text");
    expect(page).not.toContain("slot:");
  });

  test("has the policy of the page as it was built, and is compressed for who takes it", async () => {
    const plain = await app.request("/status/");
    const policy = deps.builds.current().files.get("/status/index.html")?.policy;
    expect(policy).toContain("sha256-");
    expect(plain.headers.get("content-security-policy")).toBe(policy);
    const small = await app.request("/status/", { headers: { "accept-encoding": "gzip, br" } });
    expect(small.headers.get("content-encoding")).toBe("gzip");
    expect(small.headers.get("vary")).toMatch(/accept-encoding/i);
    expect(gunzipSync(Buffer.from(await small.arrayBuffer())).toString("utf8")).toBe(await plain.text());
  });

  test("is at one address, and can only be read", async () => {
    for (const path of ["/status", "/status/index.html"]) {
      const moved = await app.request(path);
      expect(moved.status, path).toBe(308);
      expect(moved.headers.get("location")).toBe("/status/");
    }
    expect((await app.request("/status/", { method: "POST" })).status).toBe(405);
  });
});
