import { ApiProblem } from "#site/problem.ts";

/** As the API takes it: what the browser's toJSON() gives. */
type Credential = {
  id: string;
  rawId: string;
  type: "public-key";
  response: Record<string, unknown>;
  clientExtensionResults: Record<string, unknown>;
};

/** Browsers since 2025 read and write passkeys as JSON by themselves; older ones are not offered any. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** Has the device make a passkey. */
export const makePasskey = (options: Record<string, unknown>): Promise<Credential> =>
  readCredential(() =>
    navigator.credentials.create({
      // our own server's answer, made by the library that both sides speak
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as unknown as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );

/** Has the device answer with one of its passkeys. */
export const askPasskey = (options: Record<string, unknown>): Promise<Credential> =>
  readCredential(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as unknown as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  );

async function readCredential(ask: () => Promise<unknown>): Promise<Credential> {
  const answer = await ask().catch((error: unknown) => {
    throw new ApiProblem(0, { code: "passkey", detail: explain(error) });
  });
  return (answer as PublicKeyCredential).toJSON() as unknown as Credential; // it is JSON, whatever its own type says
}

function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return "This device has a passkey for your account already.";
  if (name === "SecurityError") return "Passkeys work at the hub’s own address only. Open the desk there.";
  return "No passkey was used: it was cancelled, or took too long. Try again.";
}
