import { Hono } from "hono";
import { html } from "hono/html";
import { describeRetention } from "#content/retention.ts";
import type { Hub } from "#content/schema.ts";
import type { Config } from "#server/core/config.ts";
import { CHANNELS } from "#server/outbox/channels/channels.ts";
import { chooseChannels } from "#server/outbox/choose-channels.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";

export type PrivacyDeps = {
  config: Pick<Config, "model" | "embedding" | "mail" | "mailIn" | "webhook" | "slack" | "zendesk">;
  hub: Hub;
};

/** `/privacy/`: what is kept, where, how long, and who else reads it, as this hub's settings have it. */
export const privacyPages = (deps: PrivacyDeps) =>
  new Hono<PageEnv>().get("/privacy/", (c) => sendPage(c, privacyPage(deps)));

function privacyPage({ config, hub }: PrivacyDeps): Page {
  return {
    title: "What this hub keeps",
    page: "privacy",
    main: html`<header class="title">
        <h1>What this hub keeps</h1>
        <p class="lede">This page is written from the hub's settings. When they change, it changes.</p>
      </header>
      ${keptByItself} ${keptOnRequest} ${keptFor(hub)} ${readByOthers(config, hub)} ${cookies}
      <h2 id="ask">Ask about it</h2>
      <p>
        To see what is kept about your address, or to have it erased, write from it to
        <a href="mailto:${hub.support.email}">${hub.support.email}</a>. Counts in which nobody can be found stay, and so
        does a note that something was erased, without your address.
      </p>`,
  };
}

const keptByItself = html`<h2 id="reading">While you read</h2>
  <ul>
    <li>
      <strong>Counts.</strong> How often an article is opened, and a step done or failed, as one number a day. No name,
      no address, no cookie. Not counted at all when your browser sends Global Privacy Control.
    </li>
    <li>
      <strong>Searches that find nothing, and questions to Ask AI with their answers</strong> and what these were made
      from. E-mail addresses and long numbers are taken out first.
    </li>
    <li>
      <strong>Your trail</strong> (articles and sections with their version, steps, searches, questions and answers,
      checks, errors, and pages of the product where this hub stands in a panel there) stays in this browser tab until
      you close it. If you press “Keep on this device”, it stays in this browser's own storage: the newest 200 entries,
      for 14 days, until you clear it. “Your trail” at the foot of every page shows it, and takes single entries away.
      It goes to support only when you send it, item by item as you choose. With Global Privacy Control, pages and
      searches leave no trail.
    </li>
    <li>
      <strong>On this device</strong> your browser also keeps how far you are in the steps of an article, the draft of a
      question to a person until it is sent, the CRM you chose, and the theme. None of it reaches us by itself.
    </li>
    <li>
      <strong>Your network address</strong> is used to hold back too many requests, for at most a day. It is not written
      to a log.
    </li>
  </ul>`;

const keptOnRequest = html`<h2 id="sending">When you send something</h2>
  <ul>
    <li>
      <strong>A vote</strong>, with your reason and comment. Your address only if you want to be told when the article
      is fixed: one mail, and no other.
    </li>
    <li>
      <strong>A question to a person</strong>: your address, your message, the items that you left switched on, and the
      files you attached, without what a camera noted in them. Whoever has your private link can read it.
    </li>
  </ul>
  <p>All of it is in this hub's own database.</p>`;

const keptFor = (hub: Hub): Html =>
  html`<h2 id="how-long">For how long</h2>
    <p>What is older is deleted by itself, every hour.</p>
    <ul>
      ${describeRetention(hub).map(
        ({ title, about, days }) =>
          html`<li><strong>${title}</strong>${about && ` (${about})`}: ${sayDays(days)}.</li>`,
      )}
    </ul>`;

const sayDays = (days: number): string => (days === 1 ? "a day" : `${days} days`);

function readByOthers(config: PrivacyDeps["config"], hub: Hub): Html {
  const { model, embedding, mail, mailIn } = config;
  const booking = hub.support.bookingUrl;
  return html`<h2 id="others">Who else reads it</h2>
    <ul>
      <li>
        ${
          model
            ? html`<strong>Ask AI</strong> sends your question, with the passages it found, to ${hostOf(model.baseUrl)}
                (model ${model.name}), which writes the answer. If you are signed in and ask about your connection, the
                result of its latest check goes along.`
            : html`<strong>Ask AI</strong> answers with the articles' own sentences.
                ${embedding ? "" : "Your question does not leave this hub."}`
        }
        ${
          embedding
            ? html`Your question is sent, as you typed it, to ${hostOf(embedding.baseUrl)} (model ${embedding.name}),
              which turns it into numbers that its passages are found by. The numbers stay in memory.`
            : ""
        }
      </li>
      <li>
        ${
          mail
            ? html`<strong>Mail</strong> about your case goes through ${hostOf(mail.url)}.
                ${mailIn ? html`Mail that you write to it is read at ${mailIn.mailbox.host} and kept with your case.` : ""}`
            : html`<strong>Mail</strong> is not set up. Replies stand on your private link.`
        }
      </li>
      ${describeChannels(config, hub)}
      ${booking ? html`<li><strong>Booking a time</strong> opens ${hostOf(booking)}, which has rules of its own.</li>` : ""}
    </ul>
    <p>No page loads anything from another site.</p>`;
}

/** Where cases go beside the desk and mail, which has a line of its own. */
function describeChannels(config: PrivacyDeps["config"], hub: Hub): Html | string {
  const { webhook, slack, zendesk } = config;
  const on = chooseChannels(hub.support, config).filter(({ state }) => state === "on");
  const hosts = { email: null, webhook, slack, zendesk };
  const named = on.flatMap(({ kind }) => {
    const there = hosts[kind];
    return there ? [`${CHANNELS[kind].title} (${hostOf(there.url)})`] : [];
  });
  if (named.length === 0) return "";
  const list = new Intl.ListFormat("en").format(named);
  return html`<li><strong>Your questions to a person</strong>, with what you send along, also go to ${list}.</li>`;
}

const hostOf = (url: string): string => new URL(url).hostname;

const cookies = html`<h2 id="cookies">Cookies</h2>
  <ul>
    <li><code>handrail_visitor</code> comes with your first vote, so that you can change it. It lasts a year.</li>
    <li>Support staff get a session cookie when they sign in at the desk.</li>
    <li>
      Customers get one when they sign in to set up a connection. It ends seven days after your last visit. We keep
      their address, their name and the workspace they belong to. Reading, asking and writing to us need none of it.
    </li>
  </ul>`;
