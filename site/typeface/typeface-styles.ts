/** `import "virtual:typeface.css"`: the faces of the hub's typeface, and `--font`, which names them. */
import type { Plugin } from "vite";
import type { Hub } from "#content/schema.ts";
import { ownTypefaceOf } from "#content/typeface-file.ts";
import type { OwnTypeface } from "#content/identity.ts";
import { virtual } from "../build/virtual.ts";
import { FALLBACKS, RANGES, writeFallbacks, type Metrics } from "./fallback-faces.ts";
import { openTypefaceFiles } from "./files.ts";
import type { OpenFont, Weight } from "./open-font.ts";
import { NAME, PARTS, urlOf } from "./standard.ts";

const BOTH = "400 700";
const STANDARD: Metrics = { ascent: 0.984, descent: 0.316, lineGap: 0, width: 1 };
/** As an article speaks, with what the two languages of the standard typeface's first part have. */
const SAMPLE =
  "Open the settings of your CRM and choose the account that you want to connect. Contacts are sent within a few minutes; what was changed meanwhile is looked at again every hour. Prüfen Sie zuerst, ob die Felder richtig zugeordnet sind, und übertragen Sie danach größere Listen. Why is a contact missing? Quite often its e-mail address is empty, or somebody has merged it by hand.";

export const typefaceStyles = (brand: Hub["brand"], contentDir: string): Plugin =>
  virtual("typeface.css", () => writeTypeface(brand, contentDir));

/** @throws Error where the operator's own cannot be unpacked. */
export async function writeTypeface(brand: Hub["brand"], contentDir: string): Promise<string> {
  if (brand.typeface === "system") return ":root{--font:system-ui,sans-serif}";
  const own = ownTypefaceOf(brand);
  return own ? writeOwn(own, contentDir) : writeStandard();
}

function writeStandard(): string {
  const faces = PARTS.map(({ part, range }) => writeFace(NAME, urlOf(part), BOTH, `;unicode-range:${range}`));
  return faces.join("") + writeFallbacks({ regular: STANDARD, bold: STANDARD }) + writeNames(NAME);
}

async function writeOwn(own: OwnTypeface, contentDir: string): Promise<string> {
  const files = openTypefaceFiles(own, contentDir);
  // the standard typeface is known, and needs nobody who opens files
  const [{ openOwn }, { openStandard }] = await Promise.all([
    import("./own-weights.ts"),
    import("./standard-weights.ts"),
  ]);
  const [weights, standard] = [await openOwn(files), openStandard()];
  const metrics = (weight: Weight) => compare(weights[weight], standard[weight]);
  const [regular, bold] = files;
  return [
    writeFace(own.name, regular.url, bold ? RANGES.regular : BOTH),
    bold ? writeFace(own.name, bold.url, RANGES.bold) : "",
    writeFallbacks({ regular: metrics("regular"), bold: metrics("bold") }),
    writeNames(own.name),
  ].join("");
}

const compare = (font: OpenFont, standard: OpenFont): Metrics => ({
  ...font.extents(),
  width: font.measure(SAMPLE) / standard.measure(SAMPLE),
});

const writeFace = (family: string, url: string, weight: string, more = ""): string =>
  `@font-face{font-family:"${family}";src:url("${url}") format("woff2");font-weight:${weight};font-display:swap${more}}`;

const writeNames = (family: string): string =>
  `:root{--font:${[family, ...FALLBACKS].map((name) => `"${name}"`).join(",")},system-ui,sans-serif}`;
