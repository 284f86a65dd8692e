/** The package has no types: what the fake mailbox uses of it. */
declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";

  type Message = { uid: number; flags: string[]; raw: string };
  type Hoodiecrow = {
    server: Server;
    listen: (port: number, host: string) => void;
    close: (done: () => void) => void;
    appendMessage: (folder: string, flags: string[], at: Date, raw: string) => unknown;
    getMailbox: (folder: string) => { messages: Message[] };
  };
  export default function hoodiecrow(options: { storage: Record<string, unknown> }): Hoodiecrow;
}
