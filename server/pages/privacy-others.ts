import { html } from "hono/html";
import { listsIn } from "#content/locale-formats.ts";
import type { Hub } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import type { ChannelConfig } from "#server/core/channel-settings.ts";
import type { Config } from "#server/core/config.ts";
import { CHANNELS } from "#server/outbox/channels/channels.ts";
import { chooseChannels } from "#server/outbox/choose-channels.ts";
import { hears, OF_QUESTIONS, type Receiver } from "#server/outbox/hooks/list-receivers.ts";
import { privacyPageWords as t } from "./privacy-page.words.ts";
import type { Html } from "./shell.ts";

export type Others = {
  config: ChannelConfig & Pick<Config, "model" | "embedding" | "mailIn">;
  hub: Hub;
  /** Null while they cannot be looked up. */
  receivers: Receiver[] | null;
};

/** Who else reads what: the model, mail, channels, and webhooks. */
export function readByOthers({ config, hub, receivers }: Others): Html {
  const { mail, mailIn } = config;
  const booking = hub.support.bookingUrl;
  const told = (beginnings: string[]): string[] => hostsOf(receivers ?? [], beginnings);
  const asked = told(OF_QUESTIONS);
  return html`<h2 id="others">${t.whoElseReadsIt}</h2>
    ${receivers ? "" : notAllKnown()}
    <ul>
      ${describeAsk(config, asked, receivers !== null)}
      <li>
        ${
          mail
            ? html`<strong>${t.mail}</strong> ${t.aboutYourCaseGoes(hostOf(mail.url))}
                ${mailIn ? t.mailThatYouWrite(mailIn.mailbox.host) : ""}`
            : html`<strong>${t.mail}</strong> ${t.isNotSetUp}`
        }
      </li>
      ${goesTo([...channelsOf(config, hub), ...told(["case."])], t.yourQuestionsToA, t.withWhatYouSend)}
      ${goesTo(told(["vote."]), t.yourVotes, t.withReasonAndComment)}
      ${booking ? html`<li><strong>${t.bookingATime}</strong> ${t.opensWhichHasRules(hostOf(booking))}</li>` : ""}
    </ul>
    <p>${t.noPageLoadsAnything}</p>`;
}

const notAllKnown = (): Html =>
  html`<p class="is-unknown">
    <svg class="mark" aria-hidden="true"><use href="/icons.svg#m-unknown" /></svg>
    <b class="state-word">${t.notAllKnown}</b> ${t.whetherWebhooksSend}
  </p>`;

/** `known`: all who are told are in `asked`. */
function describeAsk({ model, embedding }: Others["config"], asked: string[], known: boolean): Html {
  const stays = known && !embedding && asked.length === 0;
  return html`<li>
    ${
      model
        ? html`<strong>${t.ask}</strong> ${t.sendsYourQuestionWith(hostOf(model.baseUrl), model.name)}`
        : html`<strong>${t.ask}</strong> ${t.answersWithTheArticles} ${stays ? t.yourQuestionDoesNot : ""}`
    }
    ${embedding ? html`${t.yourQuestionIsSent(hostOf(embedding.baseUrl), embedding.name)}` : ""}
    ${asked.length > 0 ? t.whatHasNoAnswer(listOf(asked)) : ""}
  </li>`;
}

const goesTo = (places: string[], what: string, how: (list: string) => string): Html | "" =>
  places.length > 0 ? html`<li><strong>${what}</strong>${how(listOf(places))}</li>` : "";

/** Where cases go beside the desk and mail, which has a line of its own. */
function channelsOf(config: Others["config"], hub: Hub): string[] {
  const on = chooseChannels(hub.support, config).filter(({ state }) => state === "on");
  const settings = { ...config, email: null };
  return on.flatMap(({ kind }) => {
    const there = settings[kind];
    return there ? [`${CHANNELS[kind].title} (${hostOf(there.url)})`] : [];
  });
}

/** Receivers of events whose names begin so, each once. */
function hostsOf(receivers: Receiver[], beginnings: string[]): string[] {
  const told = receivers.filter((receiver) => hears(receiver, beginnings));
  return [...new Set(told.map(({ host }) => `${CHANNELS.webhook.title} (${host})`))];
}

const listOf = (places: string[]): string => listsIn(speech().locale).format(places);
const hostOf = (url: string): string => new URL(url).hostname;
