type Block = {
  /** The block that it stands in, directly. */
  within?: string;
  /** Nothing stands in it but blocks that belong there: text would be part of no step, and of no tab. */
  holdsOnly?: string[];
  /** Attributes without which it cannot be drawn. */
  needs?: string[];
  /** Attributes that it may have, and the values of those that take few. */
  takes?: Record<string, string[] | null>;
};

const any = null;

/** What other articles have too: `name`, and what is put into its places. Only `put-parts.ts` sees it, and has its text there. */
export const PART = "Part";

/** The blocks that writers may use in MDX, without imports. `site/blocks` has one component for each, but for parts. */
export const BLOCKS = {
  Steps: { holdsOnly: ["Step"] },
  Step: { within: "Steps", needs: ["title"], takes: { short: any, expect: any, id: any } },
  Troubleshoot: { holdsOnly: ["Cause", "Fix", "Verify"], needs: ["symptom"], takes: { id: any } },
  Cause: { within: "Troubleshoot" },
  Fix: { within: "Troubleshoot" },
  Verify: { within: "Troubleshoot" },
  Callout: { takes: { kind: ["note", "tip", "warning"], title: any } },
  // it needs alt too: check-sources.ts says that, as of any other picture
  Figure: { needs: ["name"], takes: { alt: any, caption: any } },
  Video: { needs: ["name", "title"], takes: { id: any } },
  Tabs: { holdsOnly: ["Tab"] },
  Tab: { within: "Tabs", needs: ["label"], takes: { integration: any } },
  Related: { needs: ["to"] },
  Setup: { needs: ["integration"] },
  Check: { needs: ["integration"] },
  Trace: {},
  Diagnose: { needs: ["title"], takes: { id: any } },
  Question: { within: "Diagnose", needs: ["ask", "id"] },
  Answer: { within: "Question", needs: ["says", "to"] },
  Outcome: { within: "Diagnose", needs: ["title", "id"], takes: { person: any } },
  [PART]: { needs: ["name"] },
} satisfies Record<string, Block>;

export type BlockName = keyof typeof BLOCKS;
export type DrawnBlock = Exclude<BlockName, typeof PART>;
export const BLOCK_NAMES = Object.keys(BLOCKS) as BlockName[]; // its own keys, which Object.keys gives as any text

export const blockOf = (name: string): Block | undefined => (BLOCKS as Record<string, Block>)[name];
