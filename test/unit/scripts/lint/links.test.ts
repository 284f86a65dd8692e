import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { article, head, openContent, titled } from "#test/support/lint-content.ts";
import { serve } from "#test/fakes/serve.ts";

const { write, find, contentDir } = openContent();
const FILE = "articles/start/connect.mdx";
async function inBody(rule: string, body: string): Promise<string[]> {
  write(FILE, article(body));
  const found = await find(rule);
  return found.map((line) => line.replace(`${FILE}:`, ""));
}

describe("broken-link", () => {
  test("knows every page of the hub without a build", async () => {
    const right =
      "/ /learn/ /topics/start/ /articles/start/connect/ /contact/ /search/?q=a /setup/ /llms.txt /articles/start/connect/page.md ../write-an-article/ #top https://example.com/x mailto:a@example.com";
    const links = right.split(" ").map((url) => `[a](${url})`);
    expect(await inBody("broken-link", `${links.join(" ")}\n\n\`[a](/gone/)\``)).toEqual([]);
  });

  test("finds links that lead nowhere, however they are written", async () => {
    expect(
      await inBody("broken-link", '[a](/gone/)\n\n[b][c] and <a href="/away/">d</a>\n\n![e](/no.png)\n\n[c]: /lost/'),
    ).toEqual([
      '9 the link "/gone/" leads nowhere',
      '11 the link "/away/" leads nowhere',
      '13 there is no image at "/no.png": put one there',
      '15 the link "/lost/" leads nowhere',
    ]);
    expect(await inBody("broken-link", "[a](/articles/start/connect#x)")).toEqual([
      '9 the link "/articles/start/connect#x" needs a slash at the end of its path',
    ]);
  });

  test("leads a link to a file, as it is written for other tools, to the page that is made of it", async () => {
    const body = "[a](./write-an-article.mdx#copy-this-file) and [b](../start/write-an-article.md) and [c](./gone.mdx)";
    expect(await inBody("broken-link", body)).toEqual([
      `9 the link "./write-an-article.mdx#copy-this-file" names a file; its page is /articles/start/write-an-article/#copy-this-file`,
      `9 the link "../start/write-an-article.md" names a file; its page is /articles/start/write-an-article/`,
      '9 the link "./gone.mdx" leads nowhere',
    ]);
  });

  test("finds images that are not there, beside the article too", async () => {
    write("figures/a tab.png", "");
    const body = "![a](../../figures/a%20tab.png)\n![b](../../figures/b.png)\n![c](data:image/gif,x)";
    expect(await inBody("broken-link", body)).toEqual(['10 there is no image at "../../figures/b.png": put one there']);
  });

  test("finds links to drafts and to old addresses", async () => {
    write(
      "articles/start/draft.mdx",
      article("[a](/articles/start/draft/)", ["title: Not yet", ...head.slice(1), "draft: true"]),
    );
    write("redirects.yaml", '"/old/": "/articles/start/connect/"\n');
    expect(await inBody("broken-link", "[a](/articles/start/draft/)\n[b](/old)")).toEqual([
      '9 the link "/articles/start/draft/" leads nowhere',
      '10 the link "/old" has an old address; it leads to /articles/start/connect/',
    ]);
    expect(await find("broken-link")).toHaveLength(2);
  });
});

test("a translation's links lead to pages of its language, which are there in every language", async () => {
  write(
    "hub.yaml",
    readFileSync(path.join(contentDir(), "hub.yaml"), "utf8").replace("languages: [en]", "languages: [en, de]"),
  );
  write(FILE, article("## Here"));
  write("articles/start/draft.mdx", article("", ["title: Not yet", ...head.slice(1), "draft: true"]));
  write("redirects.yaml", '"/old/": "/articles/start/connect/"\n');
  const right =
    "../connect/ ../connect/#here /de/articles/start/connect/ /de/ /de/learn/ /de/topics/start/ /de/contact/ /articles/start/connect/page.md /articles/start/connect/";
  const links = right.split(" ").map((url) => `[a](${url})`);
  write(
    "articles/start/other.de.mdx",
    titled(
      "Etwas anderes",
      `${links.join(" ")}\n[b](../gone/)\n[c](../draft/)\n[d](../connect/#gone)\n[e](/de/setup/acme/)\n[f](/de/articles/start/connect/page.md)`,
    ),
  );
  const file = "articles/start/other.de.mdx";
  expect(await find("broken-link")).toEqual([
    `${file}:10 the link "../gone/" leads nowhere`,
    `${file}:11 the link "../draft/" leads nowhere`,
    `${file}:13 the link "/de/setup/acme/" leads nowhere`,
    `${file}:14 the link "/de/articles/start/connect/page.md" leads nowhere`,
  ]);
  expect(await find("broken-anchor")).toEqual([
    `${file}:12 the link "../connect/#gone" names a section that is not there`,
  ]);
});

describe("broken-anchor", () => {
  test("knows headings, steps, troubleshooting and figures", async () => {
    const parts =
      '## Where to go\n\n<Steps>\n<Step title="Press it">\n\n<Troubleshoot symptom="Nothing happens">\n</Troubleshoot>\n\n</Step>\n<Step title="Own" id="mine">\n</Step>\n</Steps>\n\n<Figure name="tab" alt="A" />\n\n## Where to go\n\n## →';
    const anchors = "where-to-go where-to-go-1 press-it nothing-happens mine fig-tab u2192"
      .split(" ")
      .map((id) => `[a](#${id})`);
    expect(await inBody("broken-anchor", `${parts}\n\n${anchors.join(" ")}`)).toEqual([]);
    expect(await inBody("broken-anchor", `${parts}\n\n[a](#gone)`)).toEqual([
      '28 the link "#gone" names a section that is not there',
    ]);
  });

  test("looks into the other article", async () => {
    write("articles/start/other.mdx", titled("Another one", "## Here"));
    expect(await inBody("broken-anchor", "[a](/articles/start/other/#here)")).toEqual([]);
    expect(await inBody("broken-anchor", "[a](/articles/start/other/#there)")).toHaveLength(1);
  });
});

describe("external-link", () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const status =
      { "/gone": 404, "/closed": 403, "/no-head": request.method === "HEAD" ? 500 : 200 }[request.url ?? ""] ?? 200;
    response.writeHead(status).end();
  });
  let origin = "";
  beforeAll(async () => {
    const { url, close } = await serve(server);
    origin = url;
    return close;
  });

  test("asks on demand only, each address once", async () => {
    write(
      FILE,
      article(
        ["/there#a", "/there#b", "/closed", "/no-head", "/gone"].map((page) => `[a](${origin}${page})`).join("\n"),
      ),
    );
    expect(await find("external-link")).toEqual([]);
    expect(asked).toEqual([]);
    expect(await find("external-link", { external: true })).toEqual([`${FILE}:13 ${origin}/gone answers 404`]);
    expect(asked.filter((line) => line === "HEAD /there")).toHaveLength(1);
  });

  test("says what cannot be reached", async () => {
    write(FILE, article("[a](http://127.0.0.1:1/)"));
    expect(await find("external-link", { external: true })).toEqual([
      `${FILE}:9 http://127.0.0.1:1/ cannot be reached`,
    ]);
  });
});

test("a section is looked for in the language in which a link to it is read", async () => {
  const other = "articles/start/other";
  write(
    "hub.yaml",
    readFileSync(path.join(contentDir(), "hub.yaml"), "utf8").replace("languages: [en]", "languages: [en, de]"),
  );
  write(`${other}.mdx`, titled("Another one", "## Here\n\n## There"));
  write(`${other}.de.mdx`, titled("Etwas anderes", "## Hier\n\n[a](#hier)"));
  write(FILE, article(`[a](/${other}/#here)`));
  const inGerman = path.join(path.relative(process.cwd(), contentDir()), `${other}.de.mdx`);
  expect(await find("broken-anchor")).toEqual([
    `${FILE}:9 the link "/${other}/#here" names a section that is not there in ${inGerman}`,
  ]);
  // read in German too, the article leads nobody there from its English words
  write("articles/start/connect.de.mdx", article("Text."));
  expect(await find("broken-anchor")).toEqual([]);
  write(`${other}.de.mdx`, titled("Etwas anderes", "## Hier\n\n## Dort\n\n[a](#here)"));
  expect(await find("broken-anchor")).toEqual([]);
});
