/** What a case at the desk needs of other parts, joined. */
import { findUnsaid, type Unsaid } from "./features/ask/check/find-unsaid.ts";
import { findSources } from "./features/ask/find-sources.ts";
import type { CaseContentDeps } from "./features/desk/case-content.routes.ts";
import { findArticleLinks } from "./features/desk/linked-articles.ts";
import type { SavedRepliesDeps } from "./features/desk/saved-replies.ts";
import type { EscalationDeps } from "./features/escalation/open-escalation.ts";
import { tellCustomer } from "./features/escalation/tell-customer.ts";
import { tellMentioned } from "./features/escalation/tell-mentioned.ts";
import { tellReopened, tellSolved } from "./features/escalation/tell-turned.ts";
import { readSentChecks } from "./features/integrations/checks/sent-checks.ts";
import type { KnowledgeIndex } from "./knowledge/knowledge-index.ts";
import type { RouteDeps } from "./routes.ts";

/** Articles beside a case. */
const SUGGESTED = 3;

export function caseDeps(deps: RouteDeps, escalation: EscalationDeps): CaseContentDeps & SavedRepliesDeps {
  const { publicUrl } = deps.config;
  const integrationNames = deps.hub.integrations.map(({ name }) => name);
  return {
    ...deps,
    findArticle: (articleId) => deps.knowledge.current().articles.get(articleId),
    tellCustomer: (tx, kept, reply) => tellCustomer(escalation, tx, kept, reply),
    tellSolved: (tx, kept) => tellSolved(tx, deps, kept, "support"),
    tellReopened: (tx, kept) => tellReopened(tx, deps, kept, "support"),
    tellMentioned: (tx, kept, told) => tellMentioned(escalation, tx, kept, told),
    linkedArticles: (text) => [
      ...new Set(
        findArticleLinks(text, publicUrl, deps.knowledge.current().articles.values()).map(({ articleId }) => articleId),
      ),
    ],
    suggestArticles: (question, articleId) =>
      findSources(
        deps.knowledge.current(),
        { question, articleId: articleId ?? undefined, integrationNames },
        SUGGESTED,
      ),
    linkTo: ({ title, url }) => `${title}: ${publicUrl}${url}`,
    readChecks: (ids, email) => readSentChecks(deps.integrations, ids, email),
    findDoubts: rememberDoubts(deps),
  };
}

/** So many texts are remembered; a hub has some dozens of saved replies. */
const REMEMBERED = 1000;

/** A text is held against the articles once a build, however often the replies are listed. */
function rememberDoubts({ knowledge, config, hub }: RouteDeps): SavedRepliesDeps["findDoubts"] {
  const known = new Map<string, Unsaid[]>();
  const ours = [hub.support.email, hub.support.bookingUrl ?? ""].filter(Boolean);
  let version = "";
  return (text) => {
    const current = knowledge.current();
    if (current.version !== version || known.size >= REMEMBERED) known.clear();
    version = current.version;
    const doubts = known.get(text) ?? findUnsaid(dropKnown(text, ours, config.publicUrl, current), current);
    known.set(text, doubts);
    return doubts;
  };
}

/** A text without addresses that are the hub's own: support's, and those of articles and sections that are there. */
function dropKnown(text: string, ours: string[], publicUrl: string, { articles, passages }: KnowledgeIndex): string {
  const isThere = ({ articleId, anchor }: { articleId: string; anchor: string }) =>
    anchor === "" ||
    passages.some(({ article, ...at }) => article.id === articleId && [at.anchor, at.section.id].includes(anchor));
  const links = findArticleLinks(text, publicUrl, articles.values()).filter(isThere);
  // the longest first: one address may begin another
  const addresses = [...ours, ...links.map(({ address }) => address)].toSorted((a, b) => b.length - a.length);
  return addresses.reduce((rest, address) => rest.replaceAll(address, " "), text);
}
