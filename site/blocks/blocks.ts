/** What writers may use in MDX without importing it. */
import Callout from "./Callout.astro";
import Cause from "./Cause.astro";
import Figure from "./Figure.astro";
import Fix from "./Fix.astro";
import Heading from "./Heading.astro";
import Related from "./Related.astro";
import Step from "./Step.astro";
import Steps from "./Steps.astro";
import Tab from "./Tab.astro";
import Table from "./Table.astro";
import Tabs from "./Tabs.astro";
import Troubleshoot from "./Troubleshoot.astro";
import Verify from "./Verify.astro";

export const blocks = {
  Callout,
  Cause,
  Figure,
  Fix,
  Related,
  Step,
  Steps,
  Tab,
  Tabs,
  Troubleshoot,
  Verify,
  h2: Heading,
  table: Table,
};
