import { startSmtp } from "#test/fakes/smtp.ts";
import { foreignTagsIn, linksIn } from "#test/support/mail-html.ts";
import { holdsToContract, openChannel } from "./suite.ts";

const smtp = await startSmtp();
const password = "a-password-of-mail";
const url = new URL(smtp.url);
[url.username, url.password] = ["hub", password];

holdsToContract(
  "email",
  await openChannel("email", async () => ({
    env: { SMTP_URL: url.href },
    ids: () => smtp.mails.map(({ messageId = "" }) => /^<(.*)@/.exec(messageId)?.[1] ?? ""),
    read: () => smtp.mails.map(({ subject, text, replyTo }) => [subject, replyTo?.text, text].join("\n")),
    live: () =>
      smtp.mails.flatMap(({ html, bcc }) => [
        ...linksIn(html || "").filter((link) => !link.startsWith("http://localhost:4321/")),
        ...foreignTagsIn(html || ""),
        ...(bcc ? ["bcc"] : []),
      ]),
    away: (is) => (smtp.away = is),
    refuse: (words) => void smtp.refusals.push(`550 ${words}`),
    tellSecret: (secret) => void smtp.refusals.push(`450 ${secret} is not known`),
    secret: password,
    close: smtp.stop,
  })),
);
