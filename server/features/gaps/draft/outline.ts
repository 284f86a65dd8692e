import type { ArticleKind } from "#content/schema.ts";

const STEPS = `## How to do it

<Steps>
  <Step title="The first thing to do" short="First" expect="What one sees when it worked.">
    Say where to click, in the words that stand there: **Campaign Settings**.

    <Troubleshoot symptom="What one sees when it did not work">
      <Cause>Why that happens.</Cause>
      <Fix>What to do about it.</Fix>
      <Verify>How to tell that it worked.</Verify>
    </Troubleshoot>

  </Step>
  <Step title="The second thing to do" short="Second">
    One step, one thing to do.
  </Step>
</Steps>`;

const TROUBLE = `## What goes wrong

<Troubleshoot symptom="What the customer sees, in their own words">
<Cause>Why that happens.</Cause>
<Fix>What to do about it.</Fix>
<Verify>How to tell that it worked.</Verify>
</Troubleshoot>`;

const FAQ = `## The answer

The answer in the first sentence. Then what follows from it, and where it does not hold.`;

const INTRODUCTION = "Begin with the answer, in a sentence or two, for who reads no further.";

/** What an article of its kind usually has, in the hub's own blocks. */
export function outlineOf(kind: ArticleKind): string {
  if (kind === "troubleshooting") return [INTRODUCTION, TROUBLE, STEPS].join("\n\n");
  return [INTRODUCTION, kind === "guide" ? STEPS : FAQ].join("\n\n");
}
