import type { HastPlugin } from "./plugins.ts";

/** Notes stand below a line, without an English heading; the signs that lead to them and back are no words of the article. */
export const plainFootnotes = {
  name: "plain-footnotes",
  element: {
    filter: ["h2", "a"],
    visit(element, context) {
      if (element.properties["id"] === "footnote-label") context.removeNode(element);
      if (!("dataFootnoteRef" in element.properties || "dataFootnoteBackref" in element.properties)) return;
      context.setProperty(element, "ariaDescribedBy", null);
      context.setProperty(element, "dataKnowledge", "skip");
      context.setProperty(element, "dataPagefindIgnore", "");
    },
  },
} satisfies HastPlugin;
