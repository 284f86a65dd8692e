import type { Email } from "./email.ts";
import type { WebhookEvent } from "./webhook.ts";

export type Parcel<Payload> = {
  /** The same for every attempt: receivers know by it what they have had before. */
  id: string;
  createdAt: Date;
  payload: Payload;
};

/** Resolves when the other side has taken it. Throws ChannelAway where nothing at all gets through at the moment. */
export type Channel<Payload> = { send: (parcel: Parcel<Payload>, signal: AbortSignal) => Promise<void> };

/** null: off, because its setting is missing. What is off is not enqueued for. */
export type Channels = { email: Channel<Email> | null; webhook: Channel<WebhookEvent> | null };

export type ChannelKind = keyof Channels;

/** The other side cannot be reached or refuses everything: later parcels need not try now. */
export class ChannelAway extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause });
    this.name = "ChannelAway";
  }
}
