import { hexOf } from "#content/oklch.ts";
import { type Brand, type ColorName, paletteOf } from "#content/palette.ts";

const STYLES = `body{margin:0;padding:0}
table{border-collapse:collapse}
td,p,li{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px}
.mail{width:100%;max-width:600px;margin:0 auto}
.head,.body{padding:16px 20px}
.head p{margin:0;font-weight:bold}
.body p{margin:0 0 16px}
.body p,.body li{overflow-wrap:anywhere;word-break:break-word}
.body ul{margin:0 20px 16px;padding:0}
.body blockquote{margin:0 12px 16px;padding-inline-start:12px;border-inline-start:3px solid}
.body blockquote p{margin:0}
.do{margin:8px 0}
.do td{border-radius:6px}
.do a{display:inline-block;padding:12px 20px;border-radius:6px;font-weight:bold;text-decoration:none}
.body .beside{font-size:14px;line-height:20px}`;

/** The palette's colours by day or by night. Each pair of text and ground is one that the site's check holds (site/brand/legibility.ts). */
function inkFor(brand: Brand, time: "day" | "night"): string {
  const palette = paletteOf(brand);
  const of = (name: ColorName) => hexOf(palette[name][time]);
  return `body,.body{background-color:${of("paper")}}
.body td,.body p,.body li{color:${of("ink")}}
.body a{color:${of("brand")}}
.body blockquote{border-color:${of("rail")}}
.body blockquote p,.body .beside{color:${of("ink-2")}}
.head,.do td{background-color:${of("brand")}}
.head p,.do td a{color:${of("on-brand")}}`;
}

/** By day for every mail program. By night in a sheet of its own: some drop a whole one for a rule that they do not know. */
export const stylesOf = (brand: Brand): { day: string; night: string } => ({
  day: `${STYLES}\n${inkFor(brand, "day")}`,
  night: `:root{color-scheme:light dark}\n@media (prefers-color-scheme:dark){${inkFor(brand, "night")}}`,
});
