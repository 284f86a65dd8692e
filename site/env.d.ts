declare module "virtual:palette.css";
declare module "*.astro" {
  import type { AstroComponentFactory } from "astro/runtime/server/index.js";
  const component: AstroComponentFactory;
  export default component;
}
declare module "virtual:hub-names" {
  export const topics: { id: string; title: string }[];
  export const integrations: { id: import("#content/schema.ts").IntegrationId; name: string }[];
}
