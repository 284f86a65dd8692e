/** The head's theme switch: as the system has it, light, dark. theme-start.astro puts the choice back before the first paint. */
import { themeWords as t } from "./theme.words.ts";

const KEY = "theme";
const ORDER = ["system", "light", "dark"] as const;
type Theme = (typeof ORDER)[number];

const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]");

const current = (): Theme => ORDER.find((theme) => theme === root.dataset["theme"]) ?? "system";

function sayTheme() {
  button?.setAttribute("aria-label", `${t.label}: ${t[current()]}`);
}

button?.addEventListener("click", () => {
  const next = ORDER[(ORDER.indexOf(current()) + 1) % ORDER.length] ?? "system";
  if (next === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = next;
  sayTheme();
  try {
    if (next === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
});
sayTheme();
addEventListener("pageshow", ({ persisted }) => persisted && sayTheme());
