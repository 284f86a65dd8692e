// node scripts/install-dev.mjs && TOOL: installs what a tool for development needs, where it is not there yet. Any Node ≥ 18.
import process from "node:process";
import { ensureInstalled } from "./install.mjs";

process.exitCode = (await ensureInstalled({ dev: true })) ? 0 : 1;
