/**
 * How Node runs the server. Of itself it lets what is new grow to 128 MB, and what is old to several times what is
 * needed, before it looks what of it is still needed: half of what a thousand answers at once take. `npm run bench:ask`
 * measures it. The second flag goes with the first, which alone takes more on a busy machine.
 */
export const SERVER_FLAGS = ["--max-semi-space-size=16", "--heap-growing-percent=40"];
