import { accessSync, constants, type Stats, statSync } from "node:fs";
import path from "node:path";

/**
 * Why who asks could not write into this folder, or make it where it is not there yet, in words; null when nothing
 * stands against it. Makes nothing.
 */
export function findObstacle(folder: string): string | null {
  const stats = look(folder);
  if (!stats) return path.dirname(folder) === folder ? `${folder} is not there` : findObstacle(path.dirname(folder));
  if (!stats.isDirectory()) return `${folder} is no folder`;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const readOnly = error instanceof Error && "code" in error && error.code === "EROFS";
    return `${folder} ${readOnly ? "is on a read-only disk" : "may not be written to by this user"}`;
  }
}

/** null for what is not there, and for what stands in a folder that this user may not look into: that one says why. */
function look(folder: string): Stats | null {
  try {
    return statSync(folder);
  } catch {
    return null;
  }
}
