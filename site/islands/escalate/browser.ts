import { escalateWords as t } from "./escalate.words.ts";
const BROWSERS: [RegExp, string][] = [
  [/Edg\/(\d+)/, "Edge"],
  [/OPR\/(\d+)/, "Opera"],
  [/Firefox\/(\d+)/, "Firefox"],
  [/Chrome\/(\d+)/, "Chrome"],
  [/Version\/(\d+).*Safari/, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** "Firefox 136 on Windows, Africa/Johannesburg": what support asks for first. */
export function sayBrowser(userAgent: string, timeZone: string): string {
  const [pattern, name] = BROWSERS.find(([each]) => each.test(userAgent)) ?? [/$/, t.anotherBrowser];
  const version = pattern.exec(userAgent)?.[1];
  const system = SYSTEMS.find(([each]) => each.test(userAgent))?.[1];
  const browser = [name, version].filter(Boolean).join(" ");
  return `${system ? t.browserOn(browser, system) : browser}, ${timeZone}`;
}
