import type { PersonErased } from "#server/features/privacy/privacy.schema.ts";
import { DeskForm } from "./desk-form.tsx";
import { erase } from "./privacy-api.ts";

/** It cannot be taken back, so the address is typed again. */
export const ErasePerson = ({ address, erased }: { address: string; erased: (done: PersonErased) => void }) => (
  <section class="erase" aria-labelledby="erase-h">
    <h4 id="erase-h">Erase all of it</h4>
    <p>
      Cases with messages and files, questions, mails and the account are deleted; votes stay as counts. Reports count
      fewer cases and questions then. It cannot be taken back.
    </p>
    <DeskForm quiet action="Erase for good" submit={async (field) => erased(await erase(address, field("confirm")))}>
      <label class="stack">
        Type the address again
        <input name="confirm" required maxLength={254} autocomplete="off" spellcheck={false} />
      </label>
    </DeskForm>
  </section>
);
