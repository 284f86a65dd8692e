// node scripts/run-node24.mjs FILE ARGS: runs a file with Node 24, whatever Node this is, and installs before where need be.
import process from "node:process";
import { ensureInstalled } from "./install.mjs";
import { runHere } from "./node24.mjs";

const args = process.argv.slice(2);
// tests, tools and the schema's generator are for development, and so are their packages
const dev = /^(?:test|db|node_modules)\//.test(args[0] ?? "");
process.exitCode = (await ensureInstalled({ dev })) ? await runHere(args) : 1;
