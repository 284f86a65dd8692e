import { build, type Plugin } from "vite";

type Bundle = { entry: string; name: string; target: string[]; alias?: Record<string, string>; plugins: Plugin[] };

/** One classic script of a module and what it imports, as a module that has it as its text. */
export async function bundleScript({ entry, name, target, alias = {}, plugins }: Bundle): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins,
    resolve: { alias },
    // what it declares must be nobody else's, also where it stands in a page twice
    build: { write: false, target, lib: { entry, formats: ["iife"], name } },
  });
  const [output] = [result].flat();
  const code = output && "output" in output ? output.output[0].code : "";
  // a constant, so that the line itself is `export default "…"`
  return `export default ${JSON.stringify(code.trim())};`;
}
