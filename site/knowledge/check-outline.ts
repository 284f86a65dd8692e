import type { Built } from "./built-pages.ts";
import type { Finding } from "./check-links.ts";
import { attribute, find, findAll, textOf, type Element } from "./dom.ts";

/** What makes a page hard to read aloud: images without words, headings out of order, torn lists, two parts with one id. */
export const checkOutline = (page: Built): Finding[] => [
  ...checkAlternatives(page),
  ...checkHeadings(page),
  ...checkLists(page),
  ...checkIds(page),
];

const finding = (page: Built, element: Element, needle: string, message: string): Finding => ({
  page,
  needle,
  at: element.startIndex ?? 0,
  message,
});

function checkAlternatives(page: Built): Finding[] {
  const images = findAll((element) => element.name === "img" && !("alt" in element.attribs), page.page);
  const drawings = findAll(
    ({ name, attribs }) => name === "svg" && attribs["role"] === "img" && !attribs["aria-label"],
    page.page,
  );
  return [
    ...images.map((image) => {
      const src = attribute(image, "src") ?? "";
      return finding(page, image, src, `the image ${src} has no alternative text`);
    }),
    ...drawings.map((drawing) => finding(page, drawing, "<svg", "a drawing has no alternative text")),
  ];
}

function checkHeadings(page: Built): Finding[] {
  const main = find((element) => element.name === "main", page.page);
  const headings = main ? findAll((element) => /^h[1-6]$/.test(element.name), main) : [];
  let level = 0;
  return headings.flatMap((heading) => {
    const text = textOf(heading);
    const next = Number(heading.name[1]);
    const last = level;
    level = next;
    if (next === 1 && last > 0) return [finding(page, heading, text, `the heading "${text}" is a second title (h1)`)];
    if (last === 0 || next <= last + 1) return [];
    const missing = "#".repeat(last + 1);
    const message = `"${text}" stands ${next - last} levels below what is before it: a heading with ${missing} is missing`;
    return [finding(page, heading, text, message)];
  });
}

/** A closing tag that stands as deep as the list item before it is taken for text of the list, silently. */
function checkLists(page: Built): Finding[] {
  const lists = findAll(({ name }) => name === "ul" || name === "ol", page.page);
  const torn = lists.filter((list) => list.children.some((child) => child.type === "text" && child.data.trim() !== ""));
  return torn.map((list) => {
    const last = findAll(({ name }) => name === "li", list).at(-1) ?? list;
    const [sentence = ""] = textOf(last).split(/[.:;,]/);
    return finding(page, list, sentence, "text beside a list's items: let the tag after the list start its line");
  });
}

/** As its writer wrote it: the name is made of it. */
function titleOf(element: Element): string {
  const written = find(({ name, attribs }) => attribs["data-part"] === "title" || name === "summary", element);
  const film = find(({ name }) => name === "video", element);
  return attribute(element, "data-diagnose") ?? (film && attribute(film, "aria-label")) ?? textOf(written ?? element);
}

function checkIds(page: Built): Finding[] {
  const seen = new Set<string>();
  return findAll((element) => "id" in element.attribs, page.page).flatMap((element) => {
    const id = element.attribs["id"] ?? "";
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `two parts of the page are called "${id}": give one an id="…" or a title of its own`;
    return [finding(page, element, titleOf(element), message)];
  });
}
