/** Imported by commands that print as they go: whoever reads them may stop (`npm run doctor | head -1`). They go on to their end, and the exit code says how it was. */
import process from "node:process";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
