import { globSync, statSync } from "node:fs";
import path from "node:path";
import { nameOf } from "../read-content.ts";
import type { Rule } from "../rule.ts";

const KB = 1024;
/** A drawing is put into the page itself; a picture is loaded beside it. */
const DRAWING_MAX = 60 * KB;
const PICTURE_MAX = 300 * KB;

export const largeImage: Rule = {
  name: "large-image",
  level: "warning",
  todo: "Crop it, scale it to the width it is shown in, or save it as WebP or a simpler SVG.",
  find: (content) =>
    globSync("**/*.{svg,png,jpg,jpeg,gif,webp,avif}", { cwd: content.contentDir }).flatMap((name) => {
      const { size } = statSync(path.join(content.contentDir, name));
      const max = name.endsWith(".svg") ? DRAWING_MAX : PICTURE_MAX;
      if (size <= max) return [];
      return [
        { file: nameOf(content, name), line: 1, message: `${Math.round(size / KB)} KB; ${max / KB} KB should do` },
      ];
    }),
};
