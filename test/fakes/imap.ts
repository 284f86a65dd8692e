import { once } from "node:events";
import type { AddressInfo } from "node:net";
import hoodiecrow from "hoodiecrow-imap";

type Message = { uid: number; flags: string[]; raw: string };

export type FakeImap = {
  url: string;
  /** A mail arrives: its source, with any ends of lines. */
  arrive: (source: string) => void;
  /** Flags of each mail, the oldest first. */
  flags: () => string[][];
  stop: () => Promise<void>;
};

/** A mailbox over real IMAP, in memory. */
export async function startImap(folder = "INBOX"): Promise<FakeImap> {
  const messages: Message[] = [];
  const server = hoodiecrow({
    storage: { INBOX: folder === "INBOX" ? { messages } : {}, "": { folders: others(folder, messages) } },
  });
  // it writes an answer in two pieces, and the second would wait for the first to be acknowledged
  server.server.on("connection", (socket) => socket.setNoDelay(true));
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo; // it listens on TCP
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}/${folder}`,
    arrive: (source) => void server.appendMessage(folder, [], new Date(), toBytes(source)),
    flags: () => server.getMailbox(folder).messages.map(({ flags }) => flags),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const others = (folder: string, messages: Message[]) => (folder === "INBOX" ? {} : { [folder]: { messages } });

/** As the server keeps mails: a letter a byte. */
const toBytes = (source: string): string => Buffer.from(source.replaceAll(/\r?\n/g, "\r\n")).toString("latin1");
