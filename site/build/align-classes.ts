/** Column alignment in Markdown tables comes as `style=`, which the content security policy forbids: make it a class. */
import { defineHastPlugin } from "satteri";

export const alignClasses = defineHastPlugin({
  name: "align-classes",
  element: {
    filter: ["td", "th"],
    visit(cell, context) {
      const align = /text-align:\s*(left|center|right)/.exec(
        cell.properties["style"] ?? cell.properties["align"] ?? "",
      )?.[1];
      if (!align) return;
      context.setProperty(cell, "style", null);
      context.setProperty(cell, "className", [`align-${align}`]);
    },
  },
});
