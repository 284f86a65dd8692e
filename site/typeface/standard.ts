/** The hub's own typeface, where hub.yaml names no other: Atkinson Hyperlegible Next 2.001, from 400 to 700. */
export const NAME = "Atkinson Next";

/**
 * For browsers: kerning and tabular figures, in three parts, made by fontTools' instancer and subset. All weights are kerned as
 * the lightest (the bold of pictures too), and a heavier outline may be a thousandth of an em off: nobody sees it, and a tenth
 * less is loaded. The last part is all that English and German need; of faces that say to have a letter, browsers take the
 * last one, and load the others only for a page with a letter of theirs.
 */
export const PARTS = [
  { part: "latin-ext", range: "U+100-2BA,U+1E00-1EFF,U+2020,U+20A0-20C0,U+2113" },
  { part: "latin", range: "U+A1-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+300-308,U+2009,U+2044,U+2122,U+2215" },
  {
    part: "core",
    range:
      "U+20-7E,U+A0,U+A7,U+AB,U+B7,U+BB,U+C4,U+C9,U+D6-D7,U+DC,U+DF,U+E4,U+E9,U+F6,U+FC,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2039-203A,U+20AC,U+2212",
  },
] as const;

export const urlOf = (part: (typeof PARTS)[number]["part"]): string => `/fonts/atkinson-next-${part}.woff2`;
