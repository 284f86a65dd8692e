/**
 * How Node runs the server. Of itself it lets what is new grow to 128 MB before it looks what of it is still needed:
 * a thousand answers at once then take a tenth more memory than they need. 16 MB twice is enough (npm run bench:ask).
 */
export const SERVER_FLAGS = ["--max-semi-space-size=16"];
