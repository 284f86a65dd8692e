import { copyCode } from "./copy.ts";
import { Icon } from "./icon.tsx";
import { copyWords as t } from "./copy.words.ts";

/** Code as it stands in an article: line by line, from the left in every language, with the button that copies it. */
export const CodeBlock = ({ lines }: { lines: string }) => (
  <div class="code" dir="ltr">
    <pre tabIndex={0}>
      <code>{lines}</code>
    </pre>
    <button
      class="icon-btn"
      type="button"
      title={t.copyCode}
      aria-label={t.copyCode}
      onClick={({ currentTarget }) => void copyCode(currentTarget)}
    >
      <Icon name="i-copy" />
    </button>
  </div>
);
