import path from "node:path";

export const contentDir = path.resolve(process.env.CONTENT_DIR ?? "./content");
