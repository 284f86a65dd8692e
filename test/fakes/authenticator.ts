/** An authenticator in software: makes passkeys (ES256, no attestation) and signs with them, as a device does after a fingerprint. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

type Options = { challenge: string; user?: { id: string } };
/** What a phishing page, or a device without a PIN, would do otherwise. */
type Otherwise = { origin?: string; verified?: boolean; counter?: number };

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const sha256 = (data: string | Uint8Array): Buffer => createHash("sha256").update(data).digest();

export function openAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let counter = 0;
  let userHandle = "";

  const clientData = (type: string, { challenge }: Options, { origin: from = origin }: Otherwise) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const authData = ({ verified = true, counter: count = ++counter }: Otherwise, attested?: Uint8Array) => {
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const head = Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), Buffer.alloc(4)]);
    head.writeUInt32BE(count, 33);
    return Buffer.concat([head, attested ?? new Uint8Array()]);
  };
  const credential = (response: Record<string, unknown>) => ({
    id: b64(id),
    rawId: b64(id),
    type: "public-key" as const,
    response,
    clientExtensionResults: {},
  });
  return {
    id: b64(id),
    make(options: Options, otherwise: Otherwise = {}) {
      userHandle = options.user?.id ?? "";
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseOf(publicKey)]);
      const attestationObject = isoCBOR.encode(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", new Uint8Array(authData(otherwise, attested))],
        ]) as never,
      );
      const clientDataJSON = b64(clientData("webauthn.create", options, otherwise));
      return credential({ clientDataJSON, attestationObject: b64(attestationObject), transports: ["internal"] });
    },
    answer(options: Options, otherwise: Otherwise = {}) {
      const client = clientData("webauthn.get", options, otherwise);
      const data = authData(otherwise);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return credential({
        clientDataJSON: b64(client),
        authenticatorData: b64(data),
        signature: b64(signature),
        userHandle,
      });
    },
  };
}

function coseOf(key: KeyObject): Uint8Array {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  return isoCBOR.encode(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]) as never,
  );
}
