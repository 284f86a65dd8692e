/** What hub.yaml says of its operator, held against what is there: files, the hub's languages, and paper to be read on. */
import { readBrandImage } from "./brand-image.ts";
import { describeIllegible } from "./legibility.ts";
import type { Hub } from "./schema.ts";
import { ownTypefaceOf, readTypefaceFile } from "./typeface-file.ts";

export type Fault = { path: PropertyKey[]; message: string };

export const checkOwn = (hub: Pick<Hub, "brand" | "links" | "languages">, contentDir: string): Fault[] => [
  ...checkColour(hub.brand),
  ...checkImages(hub.brand, contentDir),
  ...checkTypefaceFiles(hub.brand, contentDir),
  ...hub.links.flatMap(({ label }, index) => {
    const [first = "en"] = hub.languages;
    const says = typeof label === "string" || label[first] !== undefined;
    return says
      ? []
      : [{ path: ["links", index, "label"], message: `says nothing in ${first}, the hub's first language` }];
  }),
];

function checkColour(brand: Hub["brand"]): Fault[] {
  const message = describeIllegible(brand);
  return message === null ? [] : [{ path: ["brand"], message }];
}

function checkImages({ logo, icon }: Hub["brand"], contentDir: string): Fault[] {
  const named = [
    { path: ["brand", "logo", "light"], name: logo?.light },
    { path: ["brand", "logo", "dark"], name: logo?.dark },
    { path: ["brand", "icon"], name: icon },
  ];
  return named.flatMap(({ path, name }) => {
    if (name === undefined) return [];
    const read = readBrandImage(contentDir, name);
    if ("fault" in read) return [{ path, message: read.fault }];
    const { width, height } = read.image;
    const isOff = name === icon && Math.abs(width - height) > height / 20;
    return isOff ? [{ path, message: `${name} is ${width} by ${height}: an icon is square` }] : [];
  });
}

function checkTypefaceFiles(brand: Hub["brand"], contentDir: string): Fault[] {
  const own = ownTypefaceOf(brand);
  return (["regular", "bold"] as const).flatMap((weight) => {
    const name = own?.[weight];
    const read = name !== undefined && readTypefaceFile(contentDir, name);
    return read && "fault" in read ? [{ path: ["brand", "typeface", weight], message: read.fault }] : [];
  });
}
