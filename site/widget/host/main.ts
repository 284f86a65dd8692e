/** widget.js: a button and a panel in a page of somebody else's. Everything in the panel is the hub's own, in its own frame. */
import { languages } from "virtual:widget-words";
import { startCommands } from "./commands.ts";
import { followPages } from "./pages.ts";
import { Panel } from "./panel.ts";
import { openTalk } from "./talk.ts";

const NAME = "handrail-widget";
const script = document.currentScript ?? document.querySelector("script[data-hub]");

// a second script in the same page changes nothing: calls reach the first one
if (script instanceof HTMLScriptElement && !customElements.get(NAME)) {
  customElements.define(NAME, Panel);
  const hub = new URL(script.src).origin;
  const { label, button, key, pages } = script.dataset;
  const panel = new Panel();
  const talk = openTalk(hub, panel);
  panel.prepare({ hub, label, button, language: languages[0] });
  document.body.append(panel);
  startCommands({ panel, talk, pages: followPages(talk, pages === "named"), byKey: key !== "off" });
}
