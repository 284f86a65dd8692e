/** Runs until it is ended. */
setInterval(() => {}, 1000);
process.stdout.write("waiting\n");
