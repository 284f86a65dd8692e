import type { APIRoute, GetStaticPaths } from "astro";
import { brandFiles, type BrandFile } from "#site/brand/brand-files.ts";

export const getStaticPaths = (() =>
  brandFiles.map((props) => ({ params: { file: props.url.split("/").at(-1) }, props }))) satisfies GetStaticPaths;

/** As a file of its own, never as part of a page: what it may do there, server/static/csp.ts says. */
export const GET: APIRoute<BrandFile> = ({ props }) =>
  new Response(new Uint8Array(props.bytes), { headers: { "Content-Type": props.type } });
