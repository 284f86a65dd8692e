/** What writers may use in MDX without importing it. */
import type { DrawnBlock } from "#content/blocks.ts";
import Answer from "./Answer.astro";
import Callout from "./Callout.astro";
import Cause from "./Cause.astro";
import Check from "./Check.astro";
import DescribedCode from "./DescribedCode.astro";
import Diagnose from "./Diagnose.astro";
import Figure from "./Figure.astro";
import Fix from "./Fix.astro";
import Heading from "./Heading.astro";
import Heading3 from "./Heading3.astro";
import Heading4 from "./Heading4.astro";
import Outcome from "./Outcome.astro";
import Pre from "./Pre.astro";
import Question from "./Question.astro";
import Related from "./Related.astro";
import Setup from "./Setup.astro";
import Step from "./Step.astro";
import Steps from "./Steps.astro";
import Tab from "./Tab.astro";
import Table from "./Table.astro";
import Tabs from "./Tabs.astro";
import Trace from "./Trace.astro";
import Troubleshoot from "./Troubleshoot.astro";
import Verify from "./Verify.astro";
import Video from "./Video.astro";

const written = {
  Answer,
  Callout,
  Cause,
  Check,
  Diagnose,
  Figure,
  Fix,
  Outcome,
  Question,
  Related,
  Setup,
  Step,
  Steps,
  Tab,
  Tabs,
  Trace,
  Troubleshoot,
  Verify,
  Video,
} satisfies Record<DrawnBlock, unknown>;

export const blocks = {
  ...written,
  h2: Heading,
  h3: Heading3,
  h4: Heading4,
  pre: Pre,
  table: Table,
  // of code with a title or marks
  DescribedCode,
};
