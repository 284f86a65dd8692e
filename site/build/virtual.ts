import type { Plugin } from "vite";

/** A module `virtual:<name>` that is no file: `write` gives its text when it is imported. */
export function virtual(name: string, write: () => string | Promise<string>): Plugin {
  const resolved = `\0${name}`;
  return {
    name: `handrail:${name}`,
    resolveId: (id) => (id === `virtual:${name}` ? resolved : undefined),
    load: (id) => (id === resolved ? write() : undefined),
  };
}
