import type { HastPlugin } from "./plugins.ts";

/** The box of a task ("- [x] done") is named by its item. */
export const nameTasks = {
  name: "name-tasks",
  element: {
    filter: ["li"],
    visit(item, context) {
      const first = item.children.find((child) => child.type === "element");
      const box = first?.tagName === "p" ? first.children.find((child) => child.type === "element") : first;
      if (box?.type !== "element" || box.tagName !== "input") return;
      context.setProperty(box, "ariaLabel", context.textContent(item).trim());
    },
  },
} satisfies HastPlugin;
