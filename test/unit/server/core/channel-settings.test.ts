import { expect, test } from "vitest";
import { readConfig } from "#server/core/config.ts";

test.each(["inbox/5", "inbox/5/conversations/12", "settings/inboxes/5", "settings/inboxes/5/collaborators"])(
  "Chatwoot's account and inbox are read from the address that the browser shows (%s)",
  (page) => {
    const env = { CHATWOOT_INBOX_URL: `https://chat.example.com/app/accounts/3/${page}`, CHATWOOT_TOKEN: "t" };
    expect(readConfig(env).chatwoot).toEqual({
      url: "https://chat.example.com",
      account: "3",
      inbox: "5",
      token: "t",
    });
  },
);
