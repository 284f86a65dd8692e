import { useSignal } from "@preact/signals";
import type { CodesSetup, Me } from "#server/auth/me.schema.ts";
import { BackupCodeList } from "./backup-codes.tsx";
import { DeskForm } from "./desk-form.tsx";
import { reloadMe } from "./me-state.ts";
import { Password } from "./password.tsx";
import { findSession } from "./session.ts";
import { beginCodes, makeBackupCodes, turnCodesOff, turnCodesOn } from "./staff-api.ts";
import { useFocus } from "./use-focus.ts";

type Doing = "nothing" | "begin" | "off" | "backup";

/** Codes of an authenticator app, which a password is then not enough without. */
export function YourCodes({ me }: { me: Me }) {
  const doing = useSignal<Doing>("nothing");
  const setup = useSignal<CodesSetup | null>(null);
  const fresh = useSignal<string[] | null>(null);
  const settle = async () => {
    await findSession();
    await reloadMe();
    doing.value = "nothing";
  };
  return (
    <section aria-labelledby="codes-h">
      <h3 id="codes-h">Codes from an app</h3>
      <p>{sayCodes(me)}</p>
      {fresh.value && <BackupCodeList codes={fresh.value} kept={() => (fresh.value = null)} />}
      {setup.value && (
        <SetUpCodes
          setup={setup.value}
          on={async (codes) => {
            await settle();
            setup.value = null;
            fresh.value = codes;
          }}
          leave={() => (setup.value = null)}
        />
      )}
      {!setup.value && !fresh.value && <Choices me={me} doing={doing.value} choose={(next) => (doing.value = next)} />}
      {!setup.value && doing.value !== "nothing" && (
        <DeskForm
          quiet
          key={doing.value}
          action={ACTIONS[doing.value]}
          submit={async (field) => {
            const password = field("password");
            if (doing.value === "begin") setup.value = await beginCodes(password);
            else if (doing.value === "off") await turnCodesOff(password);
            else fresh.value = (await makeBackupCodes(password)).backupCodes;
            if (!setup.value) await settle();
            doing.value = "nothing";
          }}
        >
          <Password name="password" label="Your password, to be sure that it is you" autocomplete="current-password" />
        </DeskForm>
      )}
    </section>
  );
}

const ACTIONS = { begin: "Begin", off: "Turn codes off", backup: "Make new backup codes" };

const sayCodes = ({ codes, backupCodesLeft: left }: Me): string =>
  codes
    ? `On. Your password needs a code behind it. ${left} backup ${left === 1 ? "code is" : "codes are"} left.`
    : "Off. Whoever knows your password can sign in as you.";

function Choices({ me, doing, choose }: { me: Me; doing: Doing; choose: (next: Doing) => void }) {
  const button = (what: Doing, label: string) => (
    <button
      class="btn sm"
      type="button"
      aria-expanded={doing === what}
      onClick={() => choose(doing === what ? "nothing" : what)}
    >
      {label}
    </button>
  );
  return (
    <p class="acts">
      {!me.codes && button("begin", "Turn on codes")}
      {me.codes && button("backup", "New backup codes")}
      {me.codes && button("off", "Turn off")}
    </p>
  );
}

type SetUp = { setup: CodesSetup; on: (backupCodes: string[]) => Promise<void>; leave: () => void };

/** The picture for the app, the key for who cannot scan it, and the first code as a proof that it works. */
function SetUpCodes({ setup, on, leave }: SetUp) {
  const first = useFocus<HTMLParagraphElement>();
  return (
    <div class="codes-setup">
      <p ref={first} tabIndex={-1}>
        1. Scan this with an authenticator app, such as the one of your password manager.
      </p>
      {/* drawn by the hub's own server out of the link below; nobody else's words are in it */}
      <div class="qr" role="img" aria-label="QR code for the app" dangerouslySetInnerHTML={{ __html: setup.qr }} />
      <p>
        Cannot scan it? <a href={setup.uri}>Open it in an app here</a>, or type this key:{" "}
        <code class="key">{(setup.key.match(/.{1,4}/g) ?? []).join(" ")}</code>
      </p>
      <p>2. Type the six digits that the app shows.</p>
      <DeskForm
        quiet
        action="Turn codes on"
        submit={async (field) => {
          await turnCodesOn(field("code"));
          await on(setup.backupCodes);
        }}
      >
        <label class="stack">
          Code
          <input
            name="code"
            class="code-field"
            inputMode="numeric"
            autocomplete="one-time-code"
            required
            maxLength={10}
          />
        </label>
      </DeskForm>
      <p>
        <button class="text-btn" type="button" onClick={leave}>
          Not now
        </button>
      </p>
    </div>
  );
}
