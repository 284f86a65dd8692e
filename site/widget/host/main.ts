/** widget.js: a button and a panel in a page of somebody else's. Everything in the panel is the hub's own, in its own frame. */
import { takeCommands } from "./commands.ts";
import { followPages } from "./pages.ts";
import { Panel } from "./panel.ts";
import { openTalk } from "./talk.ts";

const NAME = "handrail-widget";
const script = document.currentScript ?? document.querySelector("script[data-hub]");

// a second script in the same page changes nothing: calls reach the first one
if (script instanceof HTMLScriptElement && !customElements.get(NAME)) {
  customElements.define(NAME, Panel);
  const hub = new URL(script.src).origin;
  const panel = new Panel();
  const talk = openTalk(hub, panel);
  const pages = followPages(talk, script.dataset["pages"] === "named");
  const command = takeCommands({ hub, panel, talk, pages });
  const { label, button, key } = script.dataset;
  panel.prepare({ hub, label, button, key }, command, pages.look);
  panel.addEventListener("open", () => talk.tell("open"));
  panel.addEventListener("close", () => talk.tell("close"));
  document.body.append(panel);
}
