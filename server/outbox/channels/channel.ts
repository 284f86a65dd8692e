import type { Hub } from "#content/schema.ts";
import type { ChannelConfig } from "../../core/channel-settings.ts";
import type { Config } from "../../core/config.ts";
import type { Sealer } from "../../core/seal.ts";
import type { CaseEvent } from "../case-events.ts";
import type { Look } from "../html/write-html.ts";

export type Parcel<Payload> = {
  /** The same for every attempt: receivers know by it what they have had before. */
  id: string;
  createdAt: Date;
  payload: Payload;
  /** What it is about, such as an escalation's id. */
  ref: string | null;
  /** What the receiver called the first one about the same thing; null when it has had none. */
  findReceived: () => Promise<Received | null>;
};

/** What the receiver calls what it took, such as a ticket's number. */
export type Received = Record<string, string>;

/** Resolves when the other side has taken it, with its name for it where a later one needs that. Throws ChannelAway where nothing at all gets through at the moment, ChannelRefused where this parcel never will. */
export type Channel<Payload> = {
  /** What is about the same thing goes one after another: what is later waits for what is earlier. */
  inOrder?: true;
  /** What the outbox keeps of a payload that was sent; all of it where this is not said. */
  remains?: (payload: Payload) => unknown;
  send: (parcel: Parcel<Payload>, signal: AbortSignal) => Promise<Received | null>;
};

/** The hub as a sender: its name, how it looks, and the support address. */
export type Sender = Look["hub"] & { support: Pick<Hub["support"], "email"> };
export type ChannelSettings = ChannelConfig & Pick<Config, "publicUrl" | "outboundAllow">;
/** What a channel may need to put an event in words. */
export type Told = { support: Pick<Hub["support"], "email" | "timeZone">; publicUrl: string };

/** One way for support to hear of cases. A channel is a file that has this, and a line in `channels.ts`. */
export type ChannelDefinition<Payload> = {
  /** As hub.yaml's `support.channels` names it. */
  name: string;
  /** As people read it. */
  title: string;
  /** The settings that turn it on, in words. */
  settings: string;
  isSet: (config: ChannelConfig) => boolean;
  /** null: its settings are not there. */
  open: (config: ChannelSettings, sender: Sender, sealer: Sealer) => Channel<Payload> | null;
  /** What is sent of an event; null: this channel does not tell of it. Kept as it is: every attempt sends the same. */
  tell: (event: CaseEvent, told: Told) => Payload | null;
};

/** The other side cannot be reached or refuses everything: later parcels need not try now. */
export class ChannelAway extends Error {
  readonly retryAfterMs: number;
  /** @param retryAfterMs what the other side asks to be left alone for */
  constructor(why: string, { cause, retryAfterMs = 0 }: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(why, { cause });
    this.name = "ChannelAway";
    this.retryAfterMs = retryAfterMs;
  }
}

/** The other side will never take this parcel: it is given up at once. */
export class ChannelRefused extends Error {
  override name = "ChannelRefused";
}
