import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { freePort } from "#test/support/ports.ts";
import type { FakeImap } from "./imap.ts";

/** Whether this machine has a dovecot, and this process may start it. */
export function hasDovecot(): boolean {
  try {
    execFileSync("dovecot", ["--version"], { stdio: "ignore" });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

/** A mailbox of a real mail server, in a folder of its own. */
export async function startDovecot(): Promise<FakeImap> {
  const folder = mkdtempSync(path.join(tmpdir(), "handrail-dovecot-"));
  const port = await freePort();
  const [uid, gid] = ["-u", "-g"].map((which) => Number(execFileSync("id", [which, "nobody"])));
  const mail = path.join(folder, "mail");
  for (const each of [folder, mail, ...["new", "cur", "tmp"].map((part) => path.join(mail, part))]) {
    mkdirSync(each, { recursive: true });
    chownSync(each, uid ?? 0, gid ?? 0);
  }
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, "dovecot.conf"), settings({ folder, mail, port, uid, gid }));
  const server = spawn("dovecot", ["-F", "-c", path.join(folder, "dovecot.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await ready(server);
  let arrived = 0;
  const files = (part: string): string[] => readdirSync(path.join(mail, part));
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
    arrive: (source) => {
      const name = path.join(mail, "new", `${1_700_000_000 + ++arrived}.M${arrived}.host`);
      writeFileSync(name, source.replaceAll(/\r?\n/g, "\n"));
      chownSync(name, uid ?? 0, gid ?? 0);
    },
    flags: () =>
      [...files("cur"), ...files("new")].sort().map((name) => {
        const letters = /:2,([A-Z]*)/.exec(name)?.[1] ?? "";
        return [...(letters.includes("S") ? ["\\Seen"] : []), ...(letters.includes("F") ? ["\\Flagged"] : [])];
      }),
    stop: async () => {
      server.kill();
      if (server.exitCode === null) await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Place = { folder: string; mail: string; port: number; uid: number | undefined; gid: number | undefined };

const settings = ({ folder, mail, port, uid, gid }: Place): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${mail}
passdb {
  driver = static
  args = password=testpass
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;

/** It says so in its log. @throws Error with that, where it ends instead */
async function ready(server: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", (piece: Buffer) => {
      said += piece.toString();
      if (said.includes("starting up")) resolve();
    });
    server.on("exit", () => reject(new Error(`dovecot did not start: ${said}`)));
  });
}
