/** A decision tree, one question at a time. Without this module its answers are links, and style shows where they lead. */
import { type OpenArticle, versionOf } from "../article.ts";
import { make, makeButton } from "../dom.ts";
import { leaveTrail } from "../trail/trail.ts";
import { diagnoseWords as t } from "./diagnose.words.ts";

/** One answer: the node it was given at, and where it leads. Kept in the browser's history, so that its Back is ours. */
type Given = { at: string; to: string };
/** `elsewhere`: of an entry that is not an answer's, but that of a link which was followed after it. */
type State = { answers?: Given[]; elsewhere?: boolean };
/** The widget's frame takes no step in the history: the way back there is its host's. */
const isFramed = document.querySelector("[data-widget]") !== null;
let following = false;
/** What is shown as answered. */
let shown: Given[] = [];

/** The reader presses an answer. */
export function answer(article: OpenArticle | null, link: HTMLAnchorElement): void {
  const at = link.closest("[data-node]")?.id;
  const tree = treeOf(link);
  if (!at || !tree) return;
  follow();
  const answers = [...answersIn(tree), { at, to: decodeURIComponent(link.hash.slice(1)) }];
  go(tree, answers, link.hash);
  if (article) keepPath(article, tree, answers);
}

function go(tree: HTMLElement, answers: Given[], hash: string): void {
  const state = { ...readState(), answers, elsewhere: false };
  if (isFramed) history.replaceState(state, "", hash);
  else history.pushState(state, "", hash);
  show(tree, answers);
}

function goBack(tree: HTMLElement, answers: Given[]): void {
  if (isFramed || readState().elsewhere) go(tree, answers.slice(0, -1), `#${tree.id}`);
  else history.back();
}

/** After a reload, where the reader was. */
export function takeUp(): void {
  follow();
  const tree = treeOf(document.getElementById(readState().answers?.[0]?.at ?? ""));
  if (tree) show(tree, answersIn(tree), false);
}

/** The browser's Back and Forward move along the answers. */
function follow(): void {
  if (following) return;
  following = true;
  if (!readState().answers) history.replaceState({ ...readState(), answers: [] }, "");
  // not popstate: the browser moves the focus after that
  addEventListener("hashchange", () => {
    const { answers, elsewhere } = readState();
    // a link was followed, such as an outcome's: what was answered comes along
    if (!answers && !document.getElementById(decodeURIComponent(location.hash.slice(1)))?.matches("[data-node]"))
      return history.replaceState({ ...readState(), answers: shown, elsewhere: true }, "");
    for (const tree of document.querySelectorAll<HTMLElement>("[data-diagnose][data-live]"))
      show(tree, answersIn(tree), answers !== undefined && !elsewhere);
  });
}

/** Shows the node that the answers lead to, below what was answered. */
function show(tree: HTMLElement, answers: Given[], takesFocus = true): void {
  const nodes = [...tree.querySelectorAll<HTMLElement>("[data-node]")];
  const to = answers.at(-1)?.to ?? decodeURIComponent(location.hash.slice(1));
  const here = nodes.find(({ id }) => id === to) ?? nodes[0];
  if (!here) return;
  tree.dataset["live"] = "";
  shown = readState().answers ?? [];
  for (const node of nodes) node.toggleAttribute("data-here", node === here);
  tree.querySelector(".dx-path")?.remove();
  if (answers.length > 0) tree.prepend(makePath(tree, answers));
  if (takesFocus) here.querySelector<HTMLElement>("h3")?.focus();
}

function makePath(tree: HTMLElement, answers: Given[]): HTMLElement {
  const given = answers.map(({ at, to }) => {
    const { question, says } = wordsOf(tree, { at, to });
    return make("li", "", make("span", "small", question), " ", make("b", "", says));
  });
  const list = make("ol", "plain", ...given);
  list.setAttribute("aria-label", t.path);
  const acts = make(
    "p",
    "acts",
    makeButton(t.back, "btn sm", () => goBack(tree, answers)),
  );
  if (answers.length > 1) acts.append(makeButton(t.restart, "text-btn", () => go(tree, [], `#${tree.id}`)));
  return make("div", "dx-path", list, acts);
}

/** One entry for a tree, with the newest answers. */
function keepPath(article: OpenArticle, tree: HTMLElement, answers: Given[]): void {
  const words = answers.map((given) => wordsOf(tree, given));
  const end = tree.querySelector("[data-here][data-node=outcome]");
  const found = end ? [titleOf(end)] : [];
  leaveTrail({
    kind: "diagnosis",
    ref: `${article.id}#${tree.id}`,
    title: t.trail(tree.dataset["diagnose"] ?? "", [...words.map(({ says }) => says), ...found].join(t.arrow)),
    detail: [...words.map(({ question, says }) => `${question} ${says}`), ...found].join("\n"),
    ...versionOf(article),
  });
}

function wordsOf(tree: HTMLElement, { at, to }: Given): { question: string; says: string } {
  const node = [...tree.querySelectorAll("[data-node]")].find(({ id }) => id === at);
  const chosen = [...(node?.querySelectorAll<HTMLElement>("[data-to]") ?? [])].find(
    (each) => each.dataset["to"] === to,
  );
  return {
    question: node ? titleOf(node) : "",
    says: chosen?.querySelector("[data-part=says]")?.textContent?.trim() ?? "",
  };
}

const titleOf = (node: Element): string => node.querySelector("[data-part=title]")?.textContent?.trim() ?? "";
const treeOf = (inner: Element | null): HTMLElement | null => inner?.closest<HTMLElement>("[data-diagnose]") ?? null;
/** Ours alone writes it. */
const readState = (): State => (history.state as State | null) ?? {};
const answersIn = (tree: HTMLElement): Given[] =>
  (readState().answers ?? []).filter(({ at }) => tree.contains(document.getElementById(at)));
