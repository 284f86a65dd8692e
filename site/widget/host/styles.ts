import { day, night } from "virtual:widget-colors";

/** Each `!important` is for hosts whose own styles say `* { all: unset !important }`: the shadow's word is the stronger one. */
const CSS = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: auto !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
  font: 16px/1.4 system-ui, sans-serif !important;
  ${colors(day)}
}
@supports (color: light-dark(#000, #fff)) {
  :host { ${Object.keys(day)
    .map((name) => `--${name}: light-dark(${day[name]}, ${night[name]});`)
    .join(" ")} }
}
:host([data-theme="light"]) { color-scheme: light !important; }
:host([data-theme="dark"]) { color-scheme: dark !important; }
*, ::backdrop { box-sizing: border-box; }
[hidden] { display: none !important; }
.button {
  position: fixed;
  inset-block-end: max(20px, env(safe-area-inset-bottom));
  inset-inline-end: 20px;
  min-width: 76px;
  min-height: 48px;
  padding: 8px 20px;
  border: 1px solid var(--on-brand);
  border-radius: 3px;
  background: var(--brand);
  color: var(--on-brand);
  font: 600 16px/1.3 system-ui, sans-serif;
  cursor: pointer;
}
.button:hover { background: var(--brand-press); }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.panel {
  position: fixed;
  inset-block: auto 80px;
  inset-inline: auto 20px;
  width: 420px;
  height: min(720px, 100dvh - 100px);
  max-width: none;
  max-height: none;
  margin: 0;
  padding: 0;
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 24px 64px -16px rgb(0 0 0 / 45%);
}
.panel[open] { animation: come 160ms ease-out; }
@keyframes come { from { opacity: 0; translate: 0 8px; } }
.panel:modal { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
.frame { display: block; width: 100%; height: 100%; border: 0; }
.wait { padding: 24px; }
.says { margin: 0 0 24px; }
.close {
  min-height: 44px;
  padding: 6px 17px;
  border: 1px solid var(--edge);
  border-radius: 3px;
  background: var(--paper);
  color: var(--ink);
  font: inherit;
  cursor: pointer;
}
.link { color: var(--brand); }
@media (prefers-reduced-motion: reduce) { .panel[open] { animation: none; } }
@media (forced-colors: active) { .button, .close, .panel { border: 2px solid ButtonText; } }
@media print { :host { display: none !important; } }
`;

function colors(tones: Record<string, string>): string {
  return Object.entries(tones)
    .map(([name, color]) => `--${name}: ${color};`)
    .join(" ");
}

/** Constructed, not written into the page: no host has to allow inline styles for it. */
export function makeStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  return sheet;
}
