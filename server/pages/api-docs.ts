import { Hono } from "hono";
import { html } from "hono/html";
import type { OpenAPIV3_1 } from "openapi-types";
import type { Hub } from "#content/schema.ts";
import { isReleased, METHODS } from "#server/core/open-api.ts";
import { listFields } from "./api-fields.ts";
import { apiIntroduction, apiMistakes, hooksIntroduction } from "./api-words.ts";
import { type Html, type Page, type PageEnv, sendPage } from "./shell.ts";

export type ApiDocsDeps = {
  hub: Pick<Hub, "product">;
  config: { publicUrl: string };
  readApi: () => Promise<OpenAPIV3_1.Document>;
};
type Operation = OpenAPIV3_1.OperationObject;
type Entry = { id: string; title: string; operation: Operation };
type Tag = { name: string; id: string; says: string; entries: Entry[] };

/** `/api/docs/`: what is released of the API, made of the document that programs read. Without a script. */
export function apiDocsPages(deps: ApiDocsDeps) {
  let page: Promise<Page> | undefined;
  return new Hono<PageEnv>()
    .get("/api/docs", (c) => c.redirect("/api/docs/", 308))
    .get("/api/docs/", async (c) => sendPage(c, await (page ??= writePage(deps))));
}

async function writePage({ readApi, hub, config }: ApiDocsDeps): Promise<Page> {
  const document = await readApi();
  const tags = (document.tags ?? [])
    .filter(({ name }) => isReleased(name))
    .map(({ name, description = "" }) => ({
      name,
      id: idOf(name),
      says: description,
      entries: entriesOf(document, name),
    }));
  const events = Object.entries(document.webhooks ?? {}).map(([name, item]) => ({
    id: `event-${idOf(name)}`,
    title: name,
    operation: (item as { post: Operation }).post, // describeHooks writes them so
  }));
  const hooks = { name: "Webhooks", id: "webhooks", says: "", entries: events };
  return {
    title: "API",
    page: "api-docs",
    main: html`<header class="title">
        <h1>API of ${hub.product.name}</h1>
        <p class="lede">For scripts, products and agents. What stands here is only ever added to.</p>
      </header>
      ${apiIntroduction(config.publicUrl)}
      <nav aria-label="On this page">${[...tags, hooks].map(contentsOf)}</nav>
      ${tags.map(
        (tag) =>
          html`<h2 id="${tag.id}">${tag.name}</h2>
            <p>${tag.says}</p>
            ${tag.entries.map((entry) => operationPart(entry))}`,
      )}
      <h2 id="webhooks">Webhooks</h2>
      ${hooksIntroduction}
      ${events.map(
        ({ id, title, operation }) =>
          html`<h3 id="${id}"><code>${title}</code></h3>
            <p>${operation.summary}.</p>
            ${bodyPart("What is sent", operation.requestBody)}`,
      )}
      ${apiMistakes}`,
  };
}

const idOf = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

const entriesOf = ({ paths = {} }: OpenAPIV3_1.Document, tag: string): Entry[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      if (operation?.tags?.[0] !== tag) return [];
      const title = `${method.toUpperCase()} ${path}`;
      return [{ id: idOf(title), title, operation }];
    }),
  );

const contentsOf = ({ name, id, entries }: Tag): Html =>
  html`<p class="small"><a href="#${id}">${name}</a></p>
    <ul class="small">
      ${entries.map(
        (entry) =>
          html`<li>
            <a href="#${entry.id}"><code>${entry.title}</code></a
            >: ${entry.operation.summary}
          </li>`,
      )}
    </ul>`;

function operationPart({ id, title, operation }: Entry): Html {
  const { summary, requestBody, responses = {} } = operation;
  const scope = operation.security?.[0]?.["key"]?.[0];
  return html`<h3 id="${id}"><code>${title}</code></h3>
    <p>${summary}.${scope && html` Scope: <code>${scope}</code>.`}</p>
    ${parametersPart(operation)} ${bodyPart("What to send", requestBody)}
    ${Object.entries(responses).map(([status, answer]) => (status === "default" ? "" : bodyPart(`Answer ${status}`, answer)))}`;
}

function parametersPart({ parameters = [] }: Operation): Html {
  // the document is this hub's own, and holds no references
  const all = parameters as OpenAPIV3_1.ParameterObject[];
  const fields = all.flatMap(({ name, required = false, schema }) =>
    listFields({ properties: { [name]: schema }, required: required ? [name] : [] }),
  );
  return fieldsPart("In the address", fields);
}

/** Of what is sent or answered, the fields; a line where there are none. */
function bodyPart(title: string, body: unknown): Html {
  const { content = {}, description } = (body ?? {}) as OpenAPIV3_1.ResponseObject;
  const [media] = Object.values(content);
  if (media?.schema) return fieldsPart(title, listFields(media.schema));
  return description ? html`<p>${title}: ${description}.</p>` : html``;
}

function fieldsPart(title: string, fields: ReturnType<typeof listFields>): Html {
  if (fields.length === 0) return html``;
  return html`<details class="api-fields">
    <summary>${title}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          ({ name, type, required }) =>
            html`<tr>
              <th scope="row"><code>${breakable(name)}</code></th>
              <td>${type}${required ? "" : ", may be left out"}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

/** A long name breaks before its dots, where a line ends. */
const breakable = (name: string): Html =>
  html`${name.split(".").map((word, at) => (at > 0 ? html`<wbr />.${word}` : word))}`;
