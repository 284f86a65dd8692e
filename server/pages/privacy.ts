import { Hono } from "hono";
import { html } from "hono/html";
import { listsIn } from "#content/locale-formats.ts";
import { describeRetention } from "#content/retention.ts";
import type { Hub } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import type { ChannelConfig } from "#server/core/channel-settings.ts";
import type { Config } from "#server/core/config.ts";
import { CHANNELS } from "#server/outbox/channels/channels.ts";
import { chooseChannels } from "#server/outbox/choose-channels.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { privacyPageWords as t } from "./privacy-page.words.ts";

export type PrivacyDeps = {
  config: ChannelConfig & Pick<Config, "model" | "embedding" | "mailIn">;
  hub: Hub;
};

/** `/privacy/`: what is kept, where, how long, and who else reads it, as this hub's settings have it. */
export const privacyPages = (deps: PrivacyDeps) =>
  new Hono<PageEnv>().get("/privacy/", (c) => sendPage(c, privacyPage(deps)));

function privacyPage({ config, hub }: PrivacyDeps): Page {
  return {
    title: t.whatThisHubKeeps,
    page: "privacy",
    main: html`<header class="title">
        <h1>${t.whatThisHubKeeps}</h1>
        <p class="lede">${t.thisPageIsWritten}</p>
      </header>
      ${responsible(hub)} ${keptByItself(hub)} ${keptOnRequest()} ${keptFor(hub)} ${readByOthers(config, hub)}
      ${cookies()}
      <h2 id="ask">${t.askAboutIt}</h2>
      <p>
        ${t.toSeeWhatIs}
        <a href="mailto:${hub.support.email}">${hub.support.email}</a>${t.countsInWhichNobody}
      </p>`,
  };
}

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

function readByOthers(config: PrivacyDeps["config"], hub: Hub): Html {
  const { model, embedding, mail, mailIn } = config;
  const booking = hub.support.bookingUrl;
  return html`<h2 id="others">${t.whoElseReadsIt}</h2>
    <ul>
      <li>
        ${
          model
            ? html`<strong>${t.askAi}</strong> ${t.sendsYourQuestionWith(hostOf(model.baseUrl), model.name)}`
            : html`<strong>${t.askAi}</strong> ${t.answersWithTheArticles} ${embedding ? "" : t.yourQuestionDoesNot}`
        }
        ${embedding ? html`${t.yourQuestionIsSent(hostOf(embedding.baseUrl), embedding.name)}` : ""}
      </li>
      <li>
        ${
          mail
            ? html`<strong>${t.mail}</strong> ${t.aboutYourCaseGoes(hostOf(mail.url))}
                ${mailIn ? t.mailThatYouWrite(mailIn.mailbox.host) : ""}`
            : html`<strong>${t.mail}</strong> ${t.isNotSetUp}`
        }
      </li>
      ${describeChannels(config, hub)}
      ${booking ? html`<li><strong>${t.bookingATime}</strong> ${t.opensWhichHasRules(hostOf(booking))}</li>` : ""}
    </ul>
    <p>${t.noPageLoadsAnything}</p>`;
}

/** Where cases go beside the desk and mail, which has a line of its own. */
function describeChannels(config: PrivacyDeps["config"], hub: Hub): Html | string {
  const on = chooseChannels(hub.support, config).filter(({ state }) => state === "on");
  const settings = { ...config, email: null };
  const named = on.flatMap(({ kind }) => {
    const there = settings[kind];
    return there ? [`${CHANNELS[kind].title} (${hostOf(there.url)})`] : [];
  });
  if (named.length === 0) return "";
  const list = listsIn(speech().locale).format(named);
  return html`<li><strong>${t.yourQuestionsToA}</strong>${t.withWhatYouSend(list)}</li>`;
}

const hostOf = (url: string): string => new URL(url).hostname;

const cookies = (): Html =>
  html`<h2 id="cookies">${t.cookies}</h2>
    <ul>
      <li><code>handrail_visitor</code> ${t.comesWithYourFirst}</li>
      <li>${t.supportStaffGetA}</li>
      <li>${t.customersGetOneWhen}</li>
    </ul>`;
