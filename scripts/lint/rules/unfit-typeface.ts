import { textFolders } from "#site/content-dir.ts";
import { checkTypeface } from "#site/typeface/check-typeface.ts";
import type { Rule } from "../rule.ts";

export const unfitTypeface: Rule = {
  name: "unfit-typeface",
  level: "error",
  todo: "Use another version of it, or write typeface: system. Until then the build stops at it.",
  find: ({ hub, contentDir }) => checkTypeface(hub, { ...textFolders, own: contentDir }),
};
