import process from "node:process";
import { start } from "./start.ts";

try {
  await start();
} catch (error) {
  // a plain sentence for the operator; the stack only where nothing plain is known
  const known = error instanceof Error && error.message && !(error instanceof TypeError);
  process.stderr.write(`\nThe hub did not start.\n\n${known ? error.message : String((error as Error)?.stack)}\n\n`);
  process.exit(1);
}
