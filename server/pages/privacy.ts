import { Hono } from "hono";
import { html, raw } from "hono/html";
import { describeRetention } from "#content/retention.ts";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { listReceivers, type Receiver } from "#server/outbox/hooks/list-receivers.ts";
import { type Others, readByOthers } from "./privacy-others.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { privacyPageWords as t } from "./privacy-page.words.ts";

type PrivacyDeps = Omit<Others, "receivers"> & { db: Db };

/** `/privacy/`: what is kept, where, how long, and who else reads it, as this hub's settings and webhooks have it. */
export const privacyPages = (deps: PrivacyDeps) =>
  new Hono<PageEnv>().get("/privacy/", async (c) => sendPage(c, await privacyPage(deps, await listReceivers(deps.db))));

async function privacyPage({ config, hub }: PrivacyDeps, receivers: Receiver[] | null): Promise<Page> {
  const text = await html`${responsible(hub)} ${keptByItself(hub)} ${keptOnRequest()} ${keptFor(hub)}
    ${readByOthers({ config, hub, receivers })} ${cookies()}
    <h2 id="ask">${t.askAboutIt}</h2>
    <p>
      ${t.toSeeWhatIs}
      <a href="mailto:${hub.support.email}">${hub.support.email}</a>${t.countsInWhichNobody}
    </p>`;
  return {
    title: t.whatThisHubKeeps,
    page: "privacy",
    main: html`<header class="title">
        <h1>${t.whatThisHubKeeps}</h1>
        <p class="lede">${t.thisPageIsWritten}</p>
      </header>
      ${text}`,
    beside: html`<aside class="side-col" aria-labelledby="toc">
      <nav aria-labelledby="toc">
        <h2 id="toc">${t.onThisPage}</h2>
        <ul class="line">
          ${sectionsOf(String(text)).map(({ id, title }) => html`<li><a href="#${id}">${raw(title)}</a></li>`)}
        </ul>
      </nav>
    </aside>`,
  };
}

/** The sections of what is written above, their titles as markup. */
const sectionsOf = (text: string): { id: string; title: string }[] =>
  [...text.matchAll(/<h2 id="([\w-]+)">([^<]*)<\/h2>/g)].map(([, id = "", title = ""]) => ({ id, title }));

/** Whom the law asks for, where hub.yaml names them. */
const responsible = ({ operator }: Hub): Html | "" =>
  operator
    ? html`<h2 id="responsible">${t.whoIsResponsible}</h2>
        <address>
          <p><strong>${operator.name}</strong>${operator.address.map((line) => html`<br />${line}`)}</p>
          <p><a href="mailto:${operator.email}">${operator.email}</a></p>
        </address>`
    : "";

const keptByItself = ({ offline }: Hub): Html =>
  html`<h2 id="reading">${t.whileYouRead}</h2>
    <ul>
      <li><strong>${t.counts}</strong> ${t.howOftenAnArticle}</li>
      <li><strong>${t.searchesThatFindNothing}</strong> ${t.andWhatTheseWere}</li>
      <li><strong>${t.yourTrail}</strong> ${t.articlesAndSectionsWith}</li>
      <li><strong>${t.onThisDevice}</strong> ${t.yourBrowserAlsoKeeps}</li>
      ${offline ? html`<li><strong>${t.pagesThatYouRead}</strong> ${t.stayOnTheDevice}</li>` : ""}
      <li><strong>${t.yourNetworkAddress}</strong> ${t.isUsedToHold}</li>
    </ul>`;

const keptOnRequest = (): Html =>
  html`<h2 id="sending">${t.whenYouSendSomething}</h2>
    <ul>
      <li><strong>${t.aVote}</strong>${t.withYourReasonAnd}</li>
      <li><strong>${t.aQuestionToA}</strong>${t.yourAddressYourMessage}</li>
    </ul>
    <p>${t.allOfItIs}</p>`;

const keptFor = (hub: Hub): Html =>
  html`<h2 id="how-long">${t.forHowLong}</h2>
    <p>${t.whatIsOlderIs}</p>
    <ul>
      ${describeRetention(hub).map(
        ({ title, about, days }) => html`<li><strong>${title}</strong>${about && ` (${about})`}: ${t.days(days)}.</li>`,
      )}
    </ul>`;

const cookies = (): Html =>
  html`<h2 id="cookies">${t.cookies}</h2>
    <ul>
      <li><code>handrail_visitor</code> ${t.comesWithYourFirst}</li>
      <li>${t.supportStaffGetA}</li>
      <li>${t.customersGetOneWhen}</li>
    </ul>`;
