import process from "node:process";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

/** Tags of the languages beside English. */
const others = process.env.LANGUAGES?.split(" ").filter(Boolean) ?? [];
const locales = Object.fromEntries([
  ["root", { label: "English", lang: "en" }],
  ...others.map((lang) => [lang, { label: lang, lang }]),
]);
export default defineConfig({
  site: "http://localhost:4321",
  integrations: [starlight({ title: "Help", ...(others.length > 0 && { defaultLocale: "root", locales }) })],
});
