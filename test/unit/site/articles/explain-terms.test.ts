import { describe, expect, it } from "vitest";
import { explainTerms } from "#site/articles/explain-terms.ts";

const terms = [
  { word: "Tenant ID", says: "Names a company & its data." },
  { word: "C++", says: "A language." },
];
const count = (html: string) => html.match(/<dfn/g)?.length ?? 0;

describe("words of the trade", () => {
  it("are explained where they first stand in a section", () => {
    const html = explainTerms("<p>A Tenant ID, &amp; <b>a Tenant ID</b>.</p><h2>On</h2><p>The Tenant ID.</p>", terms);
    expect(html).toContain('A <dfn class="term" tabindex="0" aria-describedby="term-1">Tenant ID<span');
    expect(html).toContain("Names a company &amp; its data.");
    expect(html).toContain('The <dfn class="term" tabindex="0" aria-describedby="term-2">');
    expect(count(html)).toBe(2);
    expect(html.replace(/<dfn[^>]*>|<span.*?<\/span><\/dfn>/g, "")).toBe(
      "<p>A Tenant ID, &amp; <b>a Tenant ID</b>.</p><h2>On</h2><p>The Tenant ID.</p>",
    );
  });

  it("are left alone in headings, links, code and tables, and inside other words", () => {
    for (const html of [
      "<h3>Tenant ID</h3>",
      '<a href="/">Tenant ID</a>',
      "<code>Tenant ID</code>",
      "<table><tr><td>Tenant ID</td></tr></table>",
      '<p title="Tenant ID">SubTenant ID and Tenant IDs</p>',
      '<p data-knowledge="skip">Tenant ID</p>',
    ])
      expect(explainTerms(html, terms)).toBe(html);
  });

  it("may have signs in them", () => expect(count(explainTerms("<p>In C++.</p>", terms))).toBe(1));
});
