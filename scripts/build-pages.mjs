// Run by build.mjs: Astro's build, which says nothing when it goes well, and what has to be mended when it does not.
import { build } from "astro";
import { ROOT } from "./run.mjs";

try {
  await build({ root: ROOT, logLevel: "error" });
} catch (error) {
  const { file, line, column } = error.loc ?? {};
  const place = file && `${file}${line ? `:${line}${column ? `:${column}` : ""}` : ""}`;
  // what a plugin or Astro refuses says itself what is wrong; anything else is a fault of the program
  const isRefusal = error.plugin !== undefined || /^(?:Astro|MDX|Markdown|CSS)\w*Error$/.test(error.name);
  console.error([isRefusal ? error.message : error.stack, place, error.hint, error.frame].filter(Boolean).join("\n"));
  process.exitCode = 1;
}
