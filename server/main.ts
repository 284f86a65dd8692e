import { enableCompileCache, registerHooks } from "node:module";
import path from "node:path";
import process from "node:process";

// What has not changed is not compiled again.
enableCompileCache(path.resolve(import.meta.dirname, "../node_modules/.cache/compiled"));
// Node reads drizzle-orm's package.json (180 KB) again for each of its ES modules. Its CommonJS files are the same code:
// half the time to start, and half the memory.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith("drizzle-orm")
      ? next(specifier, { ...context, conditions: ["node", "require"] })
      : next(specifier, context),
});
const { start } = await import("./start.ts");

try {
  await start();
} catch (error) {
  // a plain sentence for the operator; the stack only where nothing plain is known
  const plain = error instanceof Error && error.message !== "" && !(error instanceof TypeError);
  process.stderr.write(
    `\nThe hub did not start.\n\n${plain ? error.message : String(error instanceof Error ? error.stack : error)}\n\n`,
  );
  process.exit(1);
}
