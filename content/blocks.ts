/** The blocks that writers may use in MDX, without imports. `site/blocks` has one component for each. */
export const BLOCK_NAMES = [
  "Steps",
  "Step",
  "Troubleshoot",
  "Cause",
  "Fix",
  "Verify",
  "Callout",
  "Figure",
  "Tabs",
  "Tab",
  "Related",
  "Setup",
  "Check",
  "Trace",
] as const;
