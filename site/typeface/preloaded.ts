import { typefaceFiles } from "#site/brand/brand-files.ts";
import { hub } from "#site/settings.ts";
import { urlOf } from "./standard.ts";

/** Files of the typeface that every page needs at once; what is the system's is there. */
export const preloaded: string[] =
  hub.brand.typeface === "system" ? [] : (typefaceFiles?.map(({ url }) => url) ?? [urlOf("core")]);
