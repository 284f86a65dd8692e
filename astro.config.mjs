import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { logoStyles } from "./site/brand/logo-styles.ts";
import { paletteStyles } from "./site/brand/palette-styles.ts";
import { drawings } from "./site/build/drawings.ts";
import { hubNames } from "./site/build/hub-names.ts";
import { optimize, processor, syntaxHighlight } from "./site/build/mdx.ts";
import { noDevBundle } from "./site/build/no-dev-bundle.ts";
import { offlineScript } from "./site/build/offline-script.ts";
import { partsOfModules } from "./site/build/parts-of-modules.ts";
import { preloadOpened } from "./site/build/preload-opened.ts";
import { widgetScript } from "./site/build/widget-script.ts";
import { wordsPlugin } from "./site/build/words-plugin.ts";
import { hasLearn } from "./site/knowledge/read-sources.ts";
import knowledge from "./site/knowledge/integration.ts";
import { typefaceStyles } from "./site/typeface/typeface-styles.ts";
import { contentDir } from "./site/content-dir.ts";
import { hub, publicUrl, speeches } from "./site/settings.ts";

// Native light-dark(), nesting and OKLCH; older browsers get plain values from the palette.
const browsers = ["chrome123", "edge123", "firefox121", "safari17.5"];

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  outDir: process.env.BUILD_OUT ?? "./builds/next/public",
  cacheDir: "./.cache/astro",
  site: publicUrl ?? "http://localhost:4321",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight, processor },
  integrations: [mdx({ optimize }), knowledge()],
  vite: {
    cacheDir: "./.cache/vite",
    plugins: [
      wordsPlugin(),
      partsOfModules(),
      paletteStyles(hub.brand),
      logoStyles(hub.brand),
      typefaceStyles(hub.brand, contentDir),
      drawings(),
      hubNames(hub, hasLearn(contentDir)),
      widgetScript(hub, speeches, browsers),
      offlineScript(hub, browsers),
      preloadOpened(),
      noDevBundle(),
    ],
    // joins what style sheets import in less time than PostCSS; for older browsers it writes once, when it minifies
    css: { transformer: "lightningcss", lightningcss: { targets: {} } },
    build: { assetsInlineLimit: 0, cssTarget: browsers },
  },
});
