import type { Plugin } from "vite";

/**
 * What is loaded along with a module, so that it need not be found first. The lists are part of every page's script, and
 * most of what a page loads is small: only search and Ask have one, which open at a press.
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
