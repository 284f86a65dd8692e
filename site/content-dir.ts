import path from "node:path";

export const contentDir = path.resolve(process.env.CONTENT_DIR ?? "./content");
/** Where texts of the interface stand: beside the content, and in the folder that came with the program. */
export const textFolders = { own: contentDir, shipped: path.resolve("./content") };
