/** What git knows of the content. Without git, or outside of a repository, it knows nothing. */
import { spawnSync } from "node:child_process";

const BIG = 256 * 1024 * 1024;

/** What git says in a folder, or null where there is no git, no repository, or no such thing in it. */
export function git(cwd: string, args: string[], input = ""): string | null {
  const { status, stdout } = spawnSync("git", args, { cwd, input, encoding: "utf8", maxBuffer: BIG });
  return status === 0 ? stdout : null;
}

export const knowsCommit = (cwd: string, ref: string): boolean =>
  !ref.startsWith("-") && git(cwd, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]) !== null;

/** Files as a commit has them, by one call of git however many there are. Names are of `cwd`; each must be in the commit. */
export function readFiles(cwd: string, ref: string, names: string[]): string[] {
  if (names.length === 0) return [];
  const input = names.map((name) => `${ref}:./${name}\n`).join("");
  const answer = git(cwd, ["cat-file", "--batch"], input) ?? "";
  return answer.split(/^[0-9a-f]{40,64} blob \d+\n/m).slice(1);
}
