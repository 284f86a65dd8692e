// node scripts/run-node24.mjs FILE ARGS: runs a file with Node 24, whatever Node this is.
import { runHere } from "./node24.mjs";

process.exitCode = await runHere(process.argv.slice(2));
