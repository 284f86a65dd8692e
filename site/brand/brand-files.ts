/** The operator's logo and icon, as pages name them: by what is in them, so that a browser keeps them for good. */
import { createHash } from "node:crypto";
import path from "node:path";
import { readBrandImage, type BrandImage } from "#content/brand-image.ts";
import { contentDir } from "#site/content-dir.ts";
import { hub } from "#site/settings.ts";

export type BrandFile = BrandImage & { url: string };

function open(as: string, name: string | undefined): BrandFile | undefined {
  if (name === undefined) return undefined;
  const read = readBrandImage(contentDir, name);
  if ("fault" in read) throw new Error(`hub.yaml, brand: ${read.fault}`); // it was sound when hub.yaml was read
  const hash = createHash("sha256").update(read.image.bytes).digest("hex").slice(0, 12);
  return { ...read.image, url: `/brand/${as}.${hash}${path.extname(name)}` };
}

const { logo } = hub.brand;
export const logoByDay = open("logo", logo?.light);
export const logoByNight = open("logo-dark", logo?.dark);
export const ownIcon = open("icon", hub.brand.icon);
export const brandFiles = [logoByDay, logoByNight, ownIcon].filter((file) => file !== undefined);
