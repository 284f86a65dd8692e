import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { callbackify } from "node:util";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

export type FakeSmtp = {
  url: string;
  /** What arrived, oldest first. */
  mails: ParsedMail[];
  /** What the next mails meet: an SMTP error such as `550 No such user`, or a wait. null: nothing of the kind. */
  behaviour: { refuse: string | null; waitMs: number };
  /** SMTP errors that the next mails meet, one each. */
  refusals: string[];
  /** Nobody gets further than its greeting. */
  away: boolean;
  stop: () => Promise<void>;
};

/** A mail server that keeps what it gets. Without a port, on a free one. */
export async function startSmtp(port = 0): Promise<FakeSmtp> {
  const mails: ParsedMail[] = [];
  const behaviour: FakeSmtp["behaviour"] = { refuse: null, waitMs: 0 };
  const smtp = { mails, behaviour, refusals: [] as string[], away: false };
  const keep = callbackify(async (stream: SMTPServerDataStream) => {
    const mail = await simpleParser(stream);
    await sleep(behaviour.waitMs);
    mails.push(mail);
  });
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onConnect: (_session, done) => done(smtp.away ? refusal("421 Closed for the night") : null),
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refusal(smtp.refusals.shift() ?? behaviour.refuse)),
    onData: (stream, _session, done) => keep(stream, done),
  });
  // Clients that are cut off are part of the tests.
  server.on("error", () => undefined);
  const listener = server.listen(port, "127.0.0.1");
  await once(listener, "listening");
  return Object.assign(smtp, {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  });
}

function refusal(text: string | null): Error | null {
  const [, code, words] = /^(\d{3}) (.*)$/.exec(text ?? "") ?? [];
  return code ? Object.assign(new Error(words), { responseCode: Number(code) }) : null;
}
