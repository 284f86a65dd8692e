import type { SatteriProcessorOptions } from "@astrojs/markdown-satteri";

/** Steps of the Markdown processor: over Markdown as it is written, and over the HTML that it becomes. */
export type MdastPlugin = NonNullable<SatteriProcessorOptions["mdastPlugins"]>[number];
export type HastPlugin = NonNullable<SatteriProcessorOptions["hastPlugins"]>[number];
