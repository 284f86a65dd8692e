import { readFileSync } from "node:fs";
import type { APIRoute, GetStaticPaths } from "astro";
import { contentDir } from "#site/content-dir.ts";
import { listVideoFiles, type VideoFile } from "#site/videos/find-video.ts";

export const getStaticPaths = (() =>
  listVideoFiles(contentDir).map((props) => ({
    params: { file: decodeURIComponent(props.url.split("/").at(-1) ?? "") },
    props,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<VideoFile> = ({ props }) =>
  new Response(new Uint8Array(readFileSync(props.file)), { headers: { "Content-Type": props.type } });
