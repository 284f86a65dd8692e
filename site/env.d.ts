declare module "virtual:palette.css";
declare module "virtual:typeface.css";
declare module "virtual:own-logo.css";
declare module "*.astro" {
  import type { AstroComponentFactory } from "astro/runtime/server/index.js";
  const component: AstroComponentFactory;
  export default component;
}
declare module "virtual:drawings" {
  /** By name; `parts` are shapes with their attributes. */
  export const drawings: Record<
    string,
    { viewBox: string; parts: [tag: string, attributes: Record<string, string>][] }
  >;
}
declare module "virtual:hub-names" {
  import type { IntegrationId } from "#content/schema.ts";
  export const topics: { id: string; title: string }[];
  export const integrations: { id: IntegrationId; name: string }[];
}
declare module "virtual:widget-script" {
  const script: string;
  export default script;
}
declare module "virtual:widget-words" {
  export type HostLanguage = {
    tag: string;
    base: string;
    dir: "rtl" | "ltr";
    says: Record<"help" | "close" | "opening" | "offline" | "refused" | "tab", string>;
  };
  export const hasSetups: boolean;
  export const languages: [HostLanguage, ...HostLanguage[]];
}
declare module "virtual:widget-colors" {
  export const day: Record<string, string>;
  export const night: Record<string, string>;
}
declare module "virtual:offline-script" {
  const script: string;
  export default script;
}
declare module "virtual:offline-settings" {
  export const settings: { build: string; bases: string[] };
}
