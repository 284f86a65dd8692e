import type { Plugin } from "vite";

/**
 * Astro reads the content through a server as `npm run dev` has one, which begins by bundling the toolbar of pages that are
 * developed. A build shows none: that took half a second and 100 MB.
 */
export const noDevBundle = (): Plugin => ({
  name: "handrail:no-dev-bundle",
  apply: (_config, { mode }) => mode === "production",
  configEnvironment: {
    order: "post",
    handler: (_name, options) => {
      if (options.optimizeDeps) options.optimizeDeps.include = [];
    },
  },
});
