import type { Rule } from "../rule.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

export const stale: Rule = {
  name: "stale",
  level: "warning",
  byTime: true,
  todo: "Try its steps, mend what has changed, then: npm run content:verify -- <slug>",
  find: ({ articles, hub: { staleAfterDays }, now }) =>
    articles.flatMap(({ file, frontmatter, lineOf }) => {
      if (!frontmatter || frontmatter.draft) return [];
      const { verified, updated } = frontmatter;
      const days = Math.floor((now.getTime() - (verified?.on ?? updated).getTime()) / DAY_MS);
      if (days <= staleAfterDays) return [];
      const message = verified
        ? `its steps were last tried ${days} days ago`
        : `nobody has noted that its steps work, and it was last changed ${days} days ago`;
      return [{ file, line: lineOf([verified ? "verified" : "updated"]), message }];
    }),
};
