import { build, type Plugin } from "vite";

type Bundle = { entry: string; name: string; target: string[]; alias?: Record<string, string>; plugins: Plugin[] };

/** Bundles a module and what it imports into one classic script. @returns a module that exports that script as its text */
export async function bundleScript({ entry, name, target, alias = {}, plugins }: Bundle): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins,
    resolve: { alias },
    // as one function call, so that what it declares is not seen by other scripts, nor by itself where a page has it twice
    build: { write: false, target, lib: { entry, formats: ["iife"], name } },
  });
  const [output] = [result].flat();
  const code = output && "output" in output ? output.output[0].code : "";
  // a constant, so that the line itself is `export default "…"`
  return `export default ${JSON.stringify(code.trim())};`;
}
