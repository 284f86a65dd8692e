import { CopyButton } from "./copy-button.tsx";
import { useFocus } from "./use-focus.ts";

/** Shown once: the way in when the phone is lost. */
export function BackupCodeList({ codes, kept }: { codes: string[]; kept: () => void }) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <div class="once">
      <h4 ref={heading} tabIndex={-1}>
        Keep these backup codes now
      </h4>
      <p>Each works once in place of the app, when your phone is away. They are not shown again.</p>
      <ul class="plain codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="acts">
        <CopyButton text={codes.join("\n")}>Copy all</CopyButton>
        <button class="btn sm" type="button" onClick={kept}>
          I have kept them
        </button>
      </p>
    </div>
  );
}
