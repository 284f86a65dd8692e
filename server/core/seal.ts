import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { Config } from "./config.ts";
import { readOrCreateSecret, readSecret } from "./secrets.ts";

/** `old`: sealed with another key than the first one; seal it anew, so that the old key may go. */
type Opened = { text: string; old: boolean };
export type Sealer = {
  /** `belongsTo` names the one place where the text is kept: sealed text that is moved elsewhere does not open. */
  seal: (text: string, belongsTo: string) => string;
  /** @throws SealBroken */
  open: (sealed: string, belongsTo: string) => Opened;
};

/** Sealed text that cannot be opened; the message is for the operator and says nothing of what is inside. */
export class SealBroken extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause });
    this.name = "SealBroken";
  }
}

const VERSION = "s1";
const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
/** 96 random bits: a key would have to seal billions of texts before two of these were likely to be the same. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Keys = Pick<Config, "sealingKeys" | "dataDir">;

/**
 * Seals with the first of SEALING_KEYS and opens with all; without them, with a key generated in dataDir, which goes on
 * to open where SEALING_KEYS came later. @throws Error for the operator
 */
export function openSealer(config: Keys): Sealer {
  if (config.sealingKeys.length === 0) readOrCreateSecret(config.dataDir, "sealing");
  return createSealer(readKeys(config));
}

/** The names of the keys that open, as they stand in what is sealed. Makes none. */
export const sealingKeyIds = (config: Keys): string[] => readKeys(config).map(idOf);

function readKeys({ sealingKeys, dataDir }: Keys): Buffer[] {
  const generated = readSecret(dataDir, "sealing");
  const given = sealingKeys.map((key) => Buffer.from(key, "base64"));
  return generated ? [...given, Buffer.from(generated, "base64url")] : given;
}

/** AES-256-GCM: `s1.<key id>.<nonce>.<text and tag>`. */
function createSealer(keys: Buffer[]): Sealer {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const [first] = byId;
  if (!first || keys.some(({ length }) => length !== KEY_BYTES))
    throw new Error(`A sealing key has ${KEY_BYTES} bytes. See SEALING_KEYS.`);
  const [firstId, firstKey] = first;
  return {
    seal(text, belongsTo) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, firstKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(belongsTo));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, firstId, nonce.toString("base64url"), body.toString("base64url")].join(".");
    },
    open(sealed, belongsTo) {
      const [version, id = "", nonce = "", body = "", ...rest] = sealed.split(".");
      if (version !== VERSION || rest.length > 0) throw new SealBroken("This is not sealed text.");
      const key = byId.get(id);
      if (!key)
        throw new SealBroken(
          `It was sealed with the key ${id}, which is not among SEALING_KEYS, nor in DATA_DIR/secrets.`,
        );
      return { text: decrypt(key, decode(nonce), decode(body), belongsTo), old: id !== firstId };
    },
  };
}

function decrypt(key: Buffer, nonce: Buffer, body: Buffer, belongsTo: string): string {
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(belongsTo));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]);
    return text.toString("utf8");
  } catch (error) {
    throw new SealBroken("It was changed since it was sealed, or belongs somewhere else.", error);
  }
}

const decode = (part: string): Buffer => Buffer.from(part, "base64url");

/** Names a key without telling it. */
const idOf = (key: Buffer): string => createHash("sha256").update("sealing key").update(key).digest("hex").slice(0, 8);
