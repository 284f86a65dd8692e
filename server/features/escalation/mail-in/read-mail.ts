import { createHash } from "node:crypto";
import type { AddressObject, ParsedMail } from "mailparser";
import { AppError } from "#server/core/errors.ts";
import { isAutomatic } from "./is-automatic.ts";

/** A mail as the hub takes it: addresses, words and files; no markup of it is kept. */
export type IncomingMail = {
  /** The same mail is the same key, however often and over whichever address it came. */
  key: string;
  from: { address: string; name: string | null };
  /** Everybody it went to, as far as it says. */
  to: string[];
  /** Ids of the mails that it answers, the nearest first. */
  answers: string[];
  subject: string;
  text: string;
  files: File[];
  /** A program sent it: an absence note, a report of a failed delivery, a list, the hub itself. */
  automatic: boolean;
};

const DELIVERED_TO = ["delivered-to", "x-original-to", "envelope-to"];
/** Characters of HTML that are turned into text at most. */
const HTML_MAX = 500_000;

/** @throws AppError "unprocessable" for what is no mail, or says of nobody that it is theirs */
export async function readMail(source: Buffer): Promise<IncomingMail> {
  const { simpleParser } = await import("mailparser"); // a megabyte of code, needed where mails come
  const mail = await simpleParser(source, {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: HTML_MAX,
  }).catch((error: unknown) => {
    throw new AppError("unprocessable", "It could not be read as a mail.", { cause: error });
  });
  const [from] = addressesOf(mail.from);
  if (!from) throw new AppError("unprocessable", "It names no sender.");
  const text = readable(mail.text ?? "");
  return {
    key: createHash("sha256")
      .update(JSON.stringify([mail.messageId ?? source.toString("latin1"), from.address, text]))
      .digest("hex")
      .slice(0, 32),
    from,
    to: [...addressesOf(mail.to), ...addressesOf(mail.cc)].map(({ address }) => address).concat(deliveredTo(mail)),
    answers: [mail.inReplyTo, ...[mail.references ?? []].flat().toReversed()].flatMap(
      (ids) => ids?.match(/[^<>\s]+/g) ?? [],
    ),
    subject: readable(mail.subject ?? ""),
    text,
    files: filesOf(mail),
    automatic: isAutomatic(mail),
  };
}

/** Without what no database and no page takes. */
const readable = (text: string): string => text.replace(/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, "").trim();

const addressesOf = (field: AddressObject | AddressObject[] | undefined): IncomingMail["from"][] =>
  [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]))
    .flatMap(({ address, name }) => (isAddress(address) ? [{ address: readable(address), name: name || null }] : []));

/** RFC 5321 has no longer ones; what reads them takes its time for a mile of signs. */
const ADDRESS_MAX = 254;
const isAddress = (said: string | undefined): said is string =>
  said !== undefined && said !== "" && said.length <= ADDRESS_MAX;

const deliveredTo = ({ headerLines }: ParsedMail): string[] =>
  headerLines
    .filter(({ key }) => DELIVERED_TO.includes(key))
    .flatMap(({ line }) => line.slice(line.indexOf(":") + 1).split(/[\s<>,;]+/))
    .filter((part) => part.includes("@") && isAddress(part));

/** What was attached before what stands in the text, such as the picture in a signature. */
const filesOf = ({ attachments }: ParsedMail): File[] =>
  attachments
    .toSorted((a, b) => Number(a.related) - Number(b.related))
    .map(({ content, filename }) => new File([new Uint8Array(content)], filename ?? "attachment"));
