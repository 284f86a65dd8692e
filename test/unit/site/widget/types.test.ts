import { expectTypeOf, test } from "vitest";
import type { Handrail, HandrailEvents, HandrailPage } from "#site/public/handrail-widget.d.ts";

test("a host's program knows the widget by its types", () => {
  const use = (handrail: Handrail): void => {
    handrail("open");
    handrail("ask", "Why do contacts not sync?");
    handrail("article", "syncing/contacts-not-syncing#limits");
    handrail("setup", "hubspot");
    handrail("identify", async () => "a.b.c");
    handrail("identify", null);
    handrail("page", { title: "CRM", section: "crm settings", theme: "dark", locale: "de" });
    handrail("on", "escalated", ({ reference }) => expectTypeOf(reference).toBeString());
    handrail("on", "answered", ({ verdict }) =>
      expectTypeOf(verdict).toEqualTypeOf<"answered" | "partial" | "unanswered">(),
    );
    // @ts-expect-error no such command
    handrail("explode");
    // @ts-expect-error an article is named by its id
    handrail("article");
    // @ts-expect-error no such event
    handrail("on", "clicked", () => {});
    // @ts-expect-error a theme is light, dark or auto
    handrail("page", { theme: "pink" });
    // @ts-expect-error a token is a text, or what brings one
    handrail("identify", 7);
  };
  expectTypeOf(use).parameter(0).toEqualTypeOf<Handrail>();
  expectTypeOf<Window["handrail"]>().toEqualTypeOf<Handrail | undefined>();
  expectTypeOf<HandrailEvents["identified"]>().toEqualTypeOf<{ signedIn: boolean }>();
  expectTypeOf<HandrailPage["url"]>().toEqualTypeOf<string | undefined>();
});
