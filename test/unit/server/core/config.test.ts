import { describe, expect, test } from "vitest";
import { readConfig, secretsOf } from "#server/core/config.ts";
import { renderEnvExample, SETTINGS } from "#server/core/settings.ts";

const mistakesOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("these settings were taken");
};

describe("settings", () => {
  test("with none, the hub serves on this machine with SQLite and no model, mail or webhook", () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: "127.0.0.1", port: 4321, publicUrl: "http://localhost:4321" });
    expect(config).toMatchObject({ mail: null, webhook: null, model: null, authSecret: null, spamProof: "adaptive" });
    expect(config.databaseUrl).toMatch(/^file:.*\/data\/handrail\.db$/);
  });

  test("folders are the project's, wherever it was started from", () => {
    expect(readConfig({ DATA_DIR: "elsewhere" }).dataDir).toBe(`${process.cwd()}/elsewhere`);
    expect(readConfig({ DATA_DIR: "/srv/hub" }).databaseUrl).toBe("file:/srv/hub/handrail.db");
  });

  test("an empty value counts as not set", () => {
    expect(readConfig({ PORT: "", SMTP_URL: "  " })).toMatchObject({ port: 4321, mail: null });
  });

  test.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["PUBLIC_URL", "help.example.com"],
    ["PUBLIC_URL", "https://example.com/help"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["SMTP_URL", "mail.example.com"],
    ["WEBHOOK_SECRET", "whsec_short"],
    ["CHATWOOT_INBOX_URL", "https://chat.example.com"],
    ["CHATWOOT_INBOX_URL", "https://chat.example.com/app/accounts/1/conversations/2"],
    ["OPENAI_BASE_URL", "ftp://example.com"],
    ["OUTBOUND_ALLOW", "10.0.0.0"],
    ["OUTBOUND_ALLOW", "10.0.0.0/40"],
    ["TRUSTED_PROXIES", "proxy.example.com/8"],
    ["SPAM_PROOF", "always"],
    ["AUTH_SECRET", "short"],
    ["LOG_LEVEL", "loud"],
  ] as const)("%s=%s stops the start, names the setting and says what it must be", (name, value) => {
    const message = mistakesOf({ [name]: value });
    expect(message).toContain(`${name} must be ${SETTINGS[name].must}.`);
    expect(message).toContain("docs/settings.md");
  });

  test("a list with several faults is told once", () => {
    expect(mistakesOf({ TRUSTED_PROXIES: "localhost" }).match(/TRUSTED_PROXIES/g)).toHaveLength(1);
  });

  test("all mistakes are told at once, and no secret among them", () => {
    const secrets = {
      WEBHOOK_SECRET: "whsec_my-own-words",
      SMTP_URL: "my-own-words@host",
      SEALING_KEYS: "my-own-words",
    };
    const message = mistakesOf({ PORT: "x", ...secrets });
    expect(message.match(/ must be /g)).toHaveLength(4);
    expect(message).not.toContain("my-own-words");
  });

  test.each([
    [{ WEBHOOK_URL: "https://hooks.example.com" }, "WEBHOOK_SECRET is needed with WEBHOOK_URL"],
    [{ ZENDESK_URL: "https://acme.zendesk.com" }, "ZENDESK_EMAIL is needed with ZENDESK_URL"],
    [{ ZENDESK_TOKEN: "t", ZENDESK_URL: "https://acme.zendesk.com" }, "ZENDESK_EMAIL is needed with ZENDESK_URL"],
    [{ CHATWOOT_TOKEN: "t" }, "CHATWOOT_INBOX_URL is needed with CHATWOOT_TOKEN"],
    [{ WEBHOOK_SECRET: `whsec_${"A".repeat(32)}` }, "WEBHOOK_URL is needed with WEBHOOK_SECRET"],
    [{ OPENAI_API_KEY: "sk-x" }, "OPENAI_MODEL is needed with OPENAI_API_KEY"],
    [{ OPENAI_BASE_URL: "http://127.0.0.1:11434/v1" }, "OPENAI_MODEL is needed with OPENAI_API_KEY or OPENAI_BASE_URL"],
    [{ OPENAI_MODEL: "m" }, "OPENAI_API_KEY or OPENAI_BASE_URL is needed with OPENAI_MODEL"],
    [{ OPENAI_EMBEDDING_MODEL: "e" }, "OPENAI_API_KEY or OPENAI_BASE_URL is needed with OPENAI_EMBEDDING_MODEL"],
    [{ MAIL_FROM: "help@example.com" }, "SMTP_URL is needed with MAIL_FROM"],
    [{ OIDC_ISSUER: "https://login.example.com" }, "OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are missing"],
  ])("%o is half of a pair", (env, said) => {
    expect(mistakesOf(env)).toContain(said);
  });

  test("a full set is read", () => {
    const config = readConfig({
      PUBLIC_URL: "https://help.example.com/",
      SMTP_URL: "smtps://u:p@mail.example.com:465",
      WEBHOOK_URL: "https://hooks.example.com/in",
      WEBHOOK_SECRET: `whsec_${"A".repeat(32)}`,
      OPENAI_BASE_URL: "http://127.0.0.1:11434/v1/",
      OPENAI_MODEL: "small",
      OUTBOUND_ALLOW: "127.0.0.0/8, fd00::/8",
    });
    expect(config.publicUrl).toBe("https://help.example.com");
    expect(config.mail).toEqual({ url: "smtps://u:p@mail.example.com:465", from: null });
    expect(config.model).toEqual({
      apiKey: null,
      baseUrl: "http://127.0.0.1:11434/v1",
      name: "small",
      waitSeconds: 20,
      budget: { tokensPerMinute: 100_000, tokensPerDay: 1_000_000, answersPerVisitor: 100 },
      cachedAnswers: 1000,
    });
    expect(config.embedding).toBeNull();
    expect(config.outboundAllow).toEqual(["127.0.0.0/8", "fd00::/8"]);
  });

  test("an embedding model needs no other model beside it, and has the same server", () => {
    const server = { OPENAI_API_KEY: "sk-1234567", OPENAI_BASE_URL: "http://127.0.0.1:11434/v1" };
    const config = readConfig({ ...server, OPENAI_EMBEDDING_MODEL: "small" });
    expect(config.model).toBeNull();
    expect(config.embedding).toEqual({ apiKey: "sk-1234567", baseUrl: "http://127.0.0.1:11434/v1", name: "small" });
    expect(secretsOf(config)).toEqual(["sk-1234567"]);
  });

  test("what is no default is marked as an example: its # is not taken away unread", () => {
    const text = renderEnvExample();
    expect(text).toMatch(/Default:\n# PORT=4321/);
    for (const name of ["OUTBOUND_ALLOW", "SMTP_URL", "WEBHOOK_SECRET", "SEALING_KEYS"])
      expect(text, name).toMatch(new RegExp(`For example:\n# ${name}=`));
  });

  test(".env.example is written from the same table", async () => {
    await expect(renderEnvExample()).toMatchFileSnapshot("../../../../.env.example");
  });
});

test("what must never be shown is known: keys, secrets, and passwords within addresses, as written and as meant", () => {
  const webhook = `whsec_${"a".repeat(32)}`;
  const secrets = secretsOf(
    readConfig({
      OPENAI_API_KEY: "sk-1234567",
      OPENAI_MODEL: "m",
      SMTP_URL: "smtp://user:p%40ssw0rd@mail.example.com:587",
      DATABASE_URL: "postgres://user:databasepass@127.0.0.1/hub",
      WEBHOOK_URL: "https://hooks.example.com/x",
      WEBHOOK_SECRET: webhook,
      SLACK_WEBHOOK_URL: "https://hooks.slack.com/services/T0/B0/slackword",
      ZENDESK_URL: "https://acme.zendesk.com",
      ZENDESK_EMAIL: "agent@example.com",
      ZENDESK_TOKEN: "zendesk-token",
      CHATWOOT_INBOX_URL: "https://chat.example.com/app/accounts/1/inbox/2",
      CHATWOOT_TOKEN: "chatwoot-token",
      AUTH_SECRET: "b".repeat(32),
    }),
  );
  const ofChannels = [
    "https://hooks.slack.com/services/T0/B0/slackword",
    "/services/T0/B0/slackword",
    "zendesk-token",
    btoa("agent@example.com/token:zendesk-token"),
    "chatwoot-token",
  ];
  const known = ["sk-1234567", webhook, "b".repeat(32), "p%40ssw0rd", "p@ssw0rd", "databasepass", ...ofChannels];
  expect(new Set(secrets)).toEqual(new Set(known));
  expect(secretsOf(readConfig({}))).toEqual([]);
});
