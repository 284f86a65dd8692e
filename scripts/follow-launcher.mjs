// Preloaded into the server by start.mjs: a launcher that is killed outright must not leave a server on the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
