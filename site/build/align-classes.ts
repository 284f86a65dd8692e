import type { HastPlugin } from "./plugins.ts";

/** Column alignment in Markdown tables comes as `style=`, which the content security policy forbids: make it a class. */
export const alignClasses = {
  name: "align-classes",
  element: {
    filter: ["td", "th"],
    visit(cell, context) {
      const align = /text-align:\s*(left|center|right)/.exec(String(cell.properties["style"]))?.[1];
      if (!align) return;
      context.setProperty(cell, "style", null);
      context.setProperty(cell, "className", [`align-${align}`]);
    },
  },
} satisfies HastPlugin;
