/** What makes a hub its operator's own in hub.yaml: their logo, their typeface, their links, and who they are. */
import { z } from "zod";
import { HttpUrl, HubAddress, Language } from "./values.ts";

/** A file of the content folder, by its path there. */
const fileOf = (endings: string, says: string) =>
  z
    .string()
    .max(200)
    .regex(new RegExp(`^(?!.*\\.\\.)[\\w-][\\w./-]*\\.(?:${endings})$`), says);
const BrandFile = fileOf("svg|png", "name an SVG or PNG file in the content folder, such as brand/logo.svg");
const TypefaceFile = fileOf("woff2", "name a WOFF2 file in the content folder, such as brand/example-sans.woff2");
const Text = z.string().min(1).max(60);

export const Logo = z.strictObject({
  light: BrandFile,
  /** By night; without it the other stands on white. */
  dark: BrandFile.optional(),
  /** What it says, where that is not the product's name. */
  alt: Text.optional(),
  /** Beside the product's name, not in its place. */
  withName: z.boolean().default(false),
});
export type Logo = z.infer<typeof Logo>;
export const Icon = BrandFile;

const OwnTypeface = z.strictObject({
  name: z
    .string()
    .max(60)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, "write its name in letters, digits and spaces"),
  /** Of a variable typeface, its one file. */
  regular: TypefaceFile,
  bold: TypefaceFile.optional(),
});
export type OwnTypeface = z.infer<typeof OwnTypeface>;
export const Typeface = z.union(
  [z.literal("system"), OwnTypeface],
  "write system, or the files of your own: { name: Example Sans, regular: brand/regular.woff2, bold: brand/bold.woff2 }",
);

export const HubLink = z.strictObject({
  label: z.union([Text, z.record(Language, Text)], "write a text, or one for each language: { en: Terms, de: AGB }"),
  url: HubAddress,
});
export type HubLink = z.infer<typeof HubLink>;

/** Who is responsible: for the imprint and the privacy page. */
export const Operator = z.strictObject({
  name: z.string().min(1).max(120),
  /** A line each. */
  address: z.array(z.string().min(1).max(120)).min(1).max(8),
  email: z.email(),
});
export type Operator = z.infer<typeof Operator>;

/** Where articles are changed: the address of the content folder as its host opens files for editing. */
export const EditPlace = z.strictObject({
  url: HttpUrl.regex(/\/$/, "name the content folder, with a slash at the end"),
  /** Whether readers get the link as well as the desk. */
  forReaders: z.boolean().default(false),
});

/** What a link says in a language; in the hub's first where nobody has translated it. */
export const labelIn = ({ label }: HubLink, language: string, [first = "en"]: string[]): string =>
  typeof label === "string" ? label : (label[language] ?? label[first] ?? "");
