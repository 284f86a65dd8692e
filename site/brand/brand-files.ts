/** The operator's logo, icon and typeface, as pages name them. */
import { readBrandImage, type BrandImage } from "#content/brand-image.ts";
import { ownTypefaceOf } from "#content/typeface-file.ts";
import { contentDir } from "#site/content-dir.ts";
import { hub } from "#site/settings.ts";
import { openTypefaceFiles } from "#site/typeface/files.ts";
import { brandUrl } from "./brand-url.ts";

export type BrandFile = { bytes: Buffer; type: string; url: string };
type BrandPicture = BrandImage & { url: string };

function open(as: string, name: string | undefined): BrandPicture | undefined {
  if (name === undefined) return undefined;
  const read = readBrandImage(contentDir, name);
  if ("fault" in read) throw new Error(`hub.yaml, brand: ${read.fault}`); // it was sound when hub.yaml was read
  return { ...read.image, url: brandUrl(as, name, read.image.bytes) };
}

const { logo, icon } = hub.brand;
const typeface = ownTypefaceOf(hub.brand);
export const logoByDay = open("logo", logo?.light);
export const logoByNight = open("logo-dark", logo?.dark);
export const ownIcon = open("icon", icon);
export const typefaceFiles = typeface && openTypefaceFiles(typeface, contentDir);
export const brandFiles: BrandFile[] = [logoByDay, logoByNight, ownIcon, ...(typefaceFiles ?? [])].filter(
  (file) => file !== undefined,
);
