import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Gives what is copied into a folder of the hub a name there; one that something else there has is never given. */
export class FreeNames {
  readonly #folder: string;
  readonly #taken = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param hash of what is to be called so, by `hashOf`: the same again gets the same name */
  take(base: string, ending: string, hash: string): string {
    for (let n = 1; ; n++) {
      const name = `${base}${n > 1 ? `-${n}` : ""}${ending}`;
      const file = path.join(this.#folder, name);
      if (!this.#taken.has(name)) this.#taken.set(name, existsSync(file) ? hashOf(readFileSync(file)) : hash);
      if (this.#taken.get(name) === hash) return name;
    }
  }
}
