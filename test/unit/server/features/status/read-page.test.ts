import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { say } from "#content/kept-words.ts";
import { readVendorPage } from "#server/features/status/read-page.ts";
import { vendorsOf } from "#server/features/status/vendors.ts";
import { type Fault, startStatusPages, type StatusPages } from "#test/fakes/status-pages.ts";

let pages: StatusPages;
beforeAll(async () => {
  pages = await startStatusPages();
});
afterAll(() => pages.close());

const reads = () =>
  vendorsOf(pages).map(({ id, read }) => {
    if (!read) throw new Error(`${id} is not read`);
    return { id, read };
  });

describe("reading a vendor's own status page", () => {
  it("works for each of the seven", async () => {
    for (const { id, read } of reads()) {
      expect(await readVendorPage(read), id).toEqual({
        state: "operational",
        incidents: id === "servicetitan" ? [expect.objectContaining({ id: "i1" })] : [],
        past: [],
      });
    }
  });
  it.each<[Fault, RegExp]>([
    ["html", /cannot be understood/],
    ["truncated", /cannot be understood/],
    ["empty", /cannot be understood/],
    ["redirect", /answered with 302/],
    ["error", /answered with 503/],
    ["huge", /too large/],
    ["hang_up", /could not be reached/],
  ])("says why when it fails: %s", async (fault, words) => {
    for (const { id, read } of reads()) {
      pages.break(id, fault);
      await expect(readVendorPage(read), id).rejects.toThrow(words);
      pages.mend(id);
    }
  });
  it("gives up after four seconds, whether nothing comes or little by little", { timeout: 10_000 }, async () => {
    const faults: [number, Fault][] = [
      [0, "silent"],
      [1, "drip"],
    ];
    const started = performance.now();
    const given = faults.map(async ([at, fault]) => {
      const { id, read } = reads()[at]!;
      pages.break(id, fault);
      await expect(readVendorPage(read), fault).rejects.toThrow(/did not answer in time/);
      pages.mend(id);
    });
    await Promise.all(given);
    expect(performance.now() - started).toBeLessThan(5_500);
  });
});

describe("where a vendor's status is read", () => {
  it("is nowhere for Salesforce without an instance", () => {
    const [vendor] = vendorsOf({ integrations: [{ id: "salesforce", name: "Salesforce", availability: "live" }] });
    expect(vendor?.read).toBeNull();
    expect(say(vendor?.why ?? "")).toContain("not been told which one to watch");
  });
  it("is the instance's or the My Domain name's own address", () => {
    const urlOf = (statusInstance: string) =>
      vendorsOf({ integrations: [{ id: "salesforce", name: "Salesforce", availability: "live", statusInstance }] })[0]
        ?.read?.url;
    expect(urlOf("NA123")).toBe("https://api.status.salesforce.com/v1/instances/NA123/status?childProducts=false");
    expect(urlOf("acme-corp")).toBe("https://api.status.salesforce.com/v1/instanceAliases/acme-corp/status");
  });
});
