import { html } from "hono/html";
import type { Hub } from "#content/schema.ts";
import type { Html } from "./shell.ts";
import { searchPageWords as t } from "./search-page.words.ts";

type Filtered = { q: string; topic?: string | undefined; integration?: string | undefined };
type Choice = { id: string | undefined; label: string };

/** Topic and integration as links, the chosen one marked; what one changes, the other keeps. */
export function searchFilters({ topics, integrations }: Pick<Hub, "topics" | "integrations">, query: Filtered): Html {
  const all = (label: string): Choice => ({ id: undefined, label });
  const topicChoices = [all(t.everything), ...topics.map(({ id, title }) => ({ id, label: title }))];
  const integrationChoices = [all(t.anyCrm), ...integrations.map(({ id, name }) => ({ id, label: name }))];
  return html`<nav id="filters" class="side-col" aria-label="${t.filters}">
    ${choices(t.topic, topicChoices, query.topic, (topic) => searchPath({ ...query, topic }))}
    ${integrations.length > 0 ? choices("CRM", integrationChoices, query.integration, (integration) => searchPath({ ...query, integration })) : ""}
  </nav>`;
}

const choices = (
  title: string,
  list: Choice[],
  chosen: string | undefined,
  pathTo: (id: string | undefined) => string,
): Html =>
  html`<section>
    <h2>${title}</h2>
    <ul class="line">
      ${list.map(({ id, label }) => html`<li><a href="${pathTo(id)}" ${id === chosen ? html`aria-current="true"` : ""}>${label}</a></li>`)}
    </ul>
  </section>`;

const searchPath = (query: Filtered): string =>
  `/search/?${new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : [])))}`;
