import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import type { Hub, Integration } from "#content/schema.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

export type Changes = {
  /** The folder that is copied, when it is another than ours. */
  from?: string;
  banner?: Hub["banner"];
  widget?: Hub["widget"];
  offline?: Hub["offline"];
  /** What takes the place of an integration's own settings. */
  integrations?: ({ id: string } & Partial<Omit<Integration, "id">>)[];
};

/** A copy of the content whose hub.yaml says some things otherwise. */
export function copyContent(folder: string, { from, banner, widget, offline, integrations = [] }: Changes): void {
  cpSync(from ?? path.join(ROOT, "content"), folder, { recursive: true });
  const file = path.join(folder, "hub.yaml");
  const hub = parseDocument(readFileSync(file, "utf8"));
  // the whole file is checked as the hub starts
  const { integrations: own } = hub.toJS() as Pick<Hub, "integrations">;
  if (banner) hub.set("banner", banner);
  if (widget) hub.set("widget", widget);
  if (offline) hub.set("offline", offline);
  for (const { id, ...settings } of integrations) {
    const index = own.findIndex((each) => each.id === id);
    for (const [key, value] of Object.entries(settings)) {
      if (index >= 0 && value !== undefined) hub.setIn(["integrations", index, key], value);
    }
  }
  writeFileSync(file, String(hub));
}
