export type Parcel<Payload> = {
  /** The same for every attempt: receivers know by it what they have had before. */
  id: string;
  createdAt: Date;
  payload: Payload;
};

/** Resolves when the other side has taken it. Throws ChannelAway where nothing at all gets through at the moment. */
export type Channel<Payload> = { send: (parcel: Parcel<Payload>, signal: AbortSignal) => Promise<void> };

/** The other side cannot be reached or refuses everything: later parcels need not try now. */
export class ChannelAway extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause });
    this.name = "ChannelAway";
  }
}
