/** What test:visual holds the pages against. */
import { execFileSync } from "node:child_process";

/**
 * Where the work in `folder` left the main branch. On that branch itself that would be the last commit, which nothing
 * differs from: there it is the last release, or the commit before where there is none. Returns the commit's hash.
 */
export function findBase(folder) {
  const git = (...args) => {
    try {
      return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      return null;
    }
  };
  const head = git("rev-parse", "HEAD");
  const left = git("merge-base", "HEAD", "origin/main") ?? git("merge-base", "HEAD", "main");
  if (left && left !== head) return left;
  const release = git("describe", "--tags", "--abbrev=0", "HEAD^");
  return (release && git("rev-parse", `${release}^{commit}`)) ?? git("rev-parse", "HEAD^") ?? head;
}
