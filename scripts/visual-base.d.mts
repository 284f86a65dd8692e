/** A commit, as its hash. */
export function findBase(folder: string): string;
