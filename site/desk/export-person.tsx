import { useSignal } from "@preact/signals";
import { whileBusy } from "#site/islands/busy.ts";
import { Notice } from "./notice.tsx";
import { exportRequest } from "./privacy-api.ts";
import { sayBytes } from "./report-words.ts";
import { saveFile } from "./save-file.ts";
import { useAction } from "./use-action.ts";

const NAME = "personal-data.json";

export function ExportPerson({ address }: { address: string }) {
  const says = useSignal("");
  const { busy, problem, run } = useAction();
  const save = () =>
    run(async () => {
      await saveFile(exportRequest(address), NAME, ({ bytes }) => (says.value = `${sayBytes(bytes)} so far.`));
      says.value = `Saved as ${NAME}.`;
    });
  return (
    <>
      <p>
        <button class="btn" type="button" {...whileBusy(busy.value)} onClick={() => void save()}>
          Export as one file
        </button>{" "}
        <span role="status">{says.value}</span>
      </p>
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="small">
        JSON, with files as base64. Notes of staff are in it: read it before you hand it over. The log says that you
        took it out.
      </p>
    </>
  );
}
