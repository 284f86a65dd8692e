import { loadHub, placeInHub } from "#content/hub.ts";
import type { Mistake } from "#content/mistakes.ts";
import type { Judge } from "./check-links.ts";

/** Links of hub.yaml to pages that there are not, said where they are written: every page has them at its foot. */
export function checkHubLinks(contentDir: string, judge: Judge): Mistake[] {
  const faults = loadHub(contentDir).links.flatMap(({ url }, index) => {
    const message = url.startsWith("/") ? judge(url) : null;
    return message ? [{ path: ["links", index, "url"], message }] : [];
  });
  return placeInHub(contentDir, faults);
}
