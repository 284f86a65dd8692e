import process from "node:process";
import { lightenStart } from "./core/light-start.ts";

lightenStart();
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
