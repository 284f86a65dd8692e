import { anchorOf, isNameless } from "../blocks/slug.ts";
import type { HastPlugin } from "./plugins.ts";

/** A heading of signs alone would get an empty name from the processor. */
export const nameHeadings = {
  name: "name-headings",
  element: {
    filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
    visit(element, context) {
      const text = context.textContent(element);
      if (!element.properties["id"] && isNameless(text)) context.setProperty(element, "id", anchorOf(text));
    },
  },
} satisfies HastPlugin;
