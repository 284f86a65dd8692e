import { useSignal } from "@preact/signals";
import type { PersonErased, PersonFound } from "#server/features/privacy/privacy.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { DeskForm } from "./desk-form.tsx";
import { ErasePerson } from "./erase-person.tsx";
import { ExportPerson } from "./export-person.tsx";
import { PersonCounts, totalOf } from "./person-counts.tsx";
import { NamedElsewhere } from "./named-elsewhere.tsx";
import { lookUp } from "./privacy-api.ts";

/** An address, what there is about it, and what can be done with that. */
export function PersonData() {
  const found = useSignal<PersonFound | null>(null);
  const erased = useSignal<PersonErased | null>(null);
  const search = async (field: (name: string) => string) => {
    erased.value = null;
    found.value = null;
    found.value = await lookUp(field("address").trim());
  };
  return (
    <section class="gap" aria-labelledby="person-h">
      <h2 id="person-h">What is kept about somebody</h2>
      <DeskForm action="Look it up" submit={search}>
        <label class="stack">
          E-mail address
          <input name="address" type="email" required maxLength={254} autocomplete="off" spellcheck={false} />
          <span class="small">In small or capital letters. me+hub@… is another address than me@…</span>
        </label>
      </DeskForm>
      <div aria-live="polite">
        {erased.value && <Erased {...erased.value} />}
        {found.value && <Found found={found.value} erased={(done) => ((found.value = null), (erased.value = done))} />}
      </div>
    </section>
  );
}

function Found({ found, erased }: { found: PersonFound; erased: (done: PersonErased) => void }) {
  const { address, counts, ours, erasedBefore } = found;
  const nothing = totalOf(counts) === 0;
  return (
    <section class="person" aria-labelledby="found-h">
      <h3 id="found-h">{address}</h3>
      {erasedBefore.map(({ at, by }) => (
        <p key={at}>
          Erased {sayWhen(at)} by {by}.
        </p>
      ))}
      {nothing ? <p>Nothing is kept about this address.</p> : <PersonCounts counts={counts} />}
      <NamedElsewhere {...found} />
      {ours && (
        <p>This is the hub’s own address or a colleague’s: it cannot be erased here. Accounts are under People.</p>
      )}
      {!nothing && <ExportPerson address={address} />}
      {!nothing && !ours && <ErasePerson address={address} erased={erased} />}
    </section>
  );
}

const Erased = ({ counts, ...elsewhere }: PersonErased) => (
  <section class="person">
    <h3>Erased</h3>
    <PersonCounts counts={counts} />
    <p>
      What stays: counts in which nobody can be found, such as votes, and what staff did, without the address. Copies in
      backups, in mailboxes and at other services are not in the hub’s hands.
    </p>
    <NamedElsewhere {...elsewhere} />
  </section>
);
