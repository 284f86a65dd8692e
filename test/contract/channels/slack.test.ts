import { expect, test } from "vitest";
import { controlsOf, readOf, startSlack } from "#test/fakes/slack.ts";
import { until } from "#test/support/wait.ts";
import { answered, created, reopened, replied, solved } from "#test/support/case-events.ts";
import { holdsToContract, openChannel } from "./suite.ts";

const slack = await startSlack();
const channel = await openChannel("slack", async () => ({
  env: { SLACK_WEBHOOK_URL: slack.webhookUrl },
  ids: () => slack.posted.map(({ blocks }) => blocks?.[0]?.block_id ?? ""),
  read: () => slack.posted.map(readOf),
  live: () =>
    slack.posted
      .flatMap(controlsOf)
      .filter((control) => !/^<http:\/\/localhost:4321\/desk\/[^|<>]*\|Answer at the desk>$/.test(control)),
  away: (is) => slack.fail(is ? "down" : null),
  refuse: (words) => slack.say(400, `invalid_payload ${words}`),
  tellSecret: (secret) => slack.say(403, `invalid_token ${secret}`),
  secret: new URL(slack.webhookUrl).pathname,
  close: slack.close,
}));
const { row, pass, start, tell, whenState } = channel;

holdsToContract("slack", channel);

test("previews of links that visitors typed are not asked for", async () => {
  await tell(created({ message: "See https://evil.example/x" }));
  start();
  await whenState("sent");
  expect(slack.posted.at(-1)).toMatchObject({ unfurl_links: false, unfurl_media: false });
  expect(slack.posted.at(-1)?.blocks?.every(({ text }) => text?.verbatim)).toBe(true);
});

test("what is long is cut, and not within an entity", async () => {
  const step = { at: "2026-11-23T08:50:00.000Z", kind: "search" as const, ref: "&", title: "&".repeat(300) };
  await tell(created({ message: "&<>".repeat(1600), trail: Array.from({ length: 6 }, () => step) }));
  start();
  await whenState("sent");
  const [, message = "", trail = ""] = slack.posted.at(-1)?.blocks?.map(({ text }) => text?.text) ?? [];
  expect(message.length).toBeGreaterThan(2800);
  expect(message).toMatch(/^(?:&amp;|&lt;|&gt;)+…$/);
  expect(trail.length).toBeLessThanOrEqual(3000);
  expect(trail).toMatch(/^(?:• (?:&amp;)+…\n)+• (?:&amp;)+…$/);
});

test.each(["no_service", "channel_is_archived", "action_prohibited", "team_disabled"])(
  "%s is the operator's to mend: it is said how, and what waits goes once it is mended",
  async (said) => {
    slack.say(said === "channel_is_archived" ? 410 : 404, said);
    await tell(created());
    start();
    await until(async () => (await row()).lastError);
    expect(await row()).toMatchObject({ state: "waiting", lastError: expect.stringMatching(`${said}: `) as string });
    await whenState("sent");
  },
);

test("a message that Slack cannot read is given up at once, not after days", async () => {
  slack.say(400, "invalid_payload");
  await tell(created());
  start();
  await until(async () => (await row()).state === "dead");
  expect(await row()).toMatchObject({ attempts: 1, lastError: "Slack answered 400 invalid_payload" });
});

test("a Retry-After is kept to, by everything that waits", async () => {
  slack.say(429, "rate_limited", { "retry-after": "300" });
  const before = slack.posted.length;
  await tell(created(), replied("And now?"));
  start();
  await until(async () => (await row()).lastError);
  for (const seconds of [60, 120, 60]) {
    pass(seconds);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  expect(slack.posted.length - before).toBe(1);
  pass(100);
  await whenState("sent");
  await whenState("sent", "msg_1");
});

test("a reply and a solved case are told too", async () => {
  await tell(replied("It works <now>"), solved);
  start();
  await whenState("sent", "msg_1");
  await whenState("sent", "esc_1:solved:3");
  expect(slack.posted.slice(-2).map(readOf)).toEqual([
    "*RF-7K2M-041*: Sam <sam@example.com> wrote again\nIt works <now>\n<http://localhost:4321/desk/?case=esc_1|Answer at the desk>",
    "*RF-7K2M-041* is solved, says Sam <sam@example.com>\n<http://localhost:4321/desk/?case=esc_1|Answer at the desk>",
  ]);
});

test("an answer is a line without its words; a case that is open again is told, but not where the customer's words say it", async () => {
  const before = slack.posted.length;
  await tell(answered("Sign in <again>."), reopened("customer"));
  await tell({ ...reopened("support"), key: "esc_1:reopened:5" });
  start();
  await whenState("sent", "msg_desk_1");
  await whenState("sent", "esc_1:reopened:5");
  expect(slack.posted.slice(before).map(readOf)).toEqual([
    "*RF-7K2M-041* is answered by Ann",
    "*RF-7K2M-041* is open again, says support\n<http://localhost:4321/desk/?case=esc_1|Answer at the desk>",
  ]);
});
