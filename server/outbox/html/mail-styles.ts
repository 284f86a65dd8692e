import { hexOf } from "#content/oklch.ts";
import { type Brand, type ColorName, type Palette, paletteOf } from "#content/palette.ts";

const STYLES = `body{margin:0;padding:0}
table{border-collapse:collapse}
h1,td,p,li{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px}
.mail{width:100%;max-width:600px;margin:0 auto}
.head,.body{padding:16px 20px}
.head h1{margin:0;font-weight:bold}
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
function inkFor(palette: Palette, time: "day" | "night"): string {
  const of = (name: ColorName) => hexOf(palette[name][time]);
  return `body,.body{background-color:${of("paper")}}
.body td,.body p,.body li{color:${of("ink")}}
.body a{color:${of("brand")}}
.body blockquote{border-color:${of("rail")}}
.body blockquote p,.body .beside{color:${of("ink-2")}}
.do td{background-color:${of("brand")}}
.do td a{color:${of("on-brand")}}`;
}

/** The head is the same by night. What night changes is in a sheet of its own: some programs drop a whole one for a rule that they do not know. */
export function stylesOf(brand: Brand): { day: string; night: string } {
  const palette = paletteOf(brand);
  const { brand: ground, "on-brand": name } = palette;
  return {
    day: `${STYLES}
.head{background-color:${hexOf(ground.day)}}
.head h1{color:${hexOf(name.day)}}
${inkFor(palette, "day")}`,
    night: `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){${inkFor(palette, "night")}}`,
  };
}
