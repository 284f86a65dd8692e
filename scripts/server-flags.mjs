/**
 * Node's flags for the server: it collects garbage earlier. By itself it lets new objects grow to 128 MB, and old ones to
 * several times what is in use, which is half of the memory that a thousand answers at once take (`npm run bench:ask`
 * measures it). Both flags belong together: the first alone takes more memory on a busy machine.
 */
export const SERVER_FLAGS = ["--max-semi-space-size=16", "--heap-growing-percent=40"];
