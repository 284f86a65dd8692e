import type { Plugin } from "vite";

/**
 * Which modules a browser loads together with one that is imported later. The lists are part of every page's script, so only
 * those of search and Ask are kept, which open at a press; elsewhere a module finds what it imports by itself.
 */
export const preloadOpened = (): Plugin => ({
  name: "handrail:preload-opened",
  configEnvironment: () => ({
    build: {
      modulePreload: {
        polyfill: false,
        resolveDependencies: (file, needed) => (/\/open-(?:search|ask)\./.test(file) ? needed : []),
      },
    },
  }),
});
