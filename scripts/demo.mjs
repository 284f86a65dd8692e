// npm run demo: installs what tests need, then starts a hub with everything that is around it (test/demo). Any Node ≥ 18.
import path from "node:path";
import { ensureInstalled } from "./install.mjs";
import { runHere } from "./node24.mjs";
import { ROOT } from "./run.mjs";

const installed = await ensureInstalled({ dev: true });
process.exitCode = installed ? await runHere([path.join(ROOT, "test", "demo", "demo.ts")]) : 1;
