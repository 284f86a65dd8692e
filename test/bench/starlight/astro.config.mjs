import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
export default defineConfig({ site: "http://localhost:4321", integrations: [starlight({ title: "Help" })] });
