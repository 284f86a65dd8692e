import { useEffect } from "preact/hooks";
import { TableHead } from "./table-head.tsx";
import type { RetentionList } from "#server/features/privacy/privacy.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { loaded } from "./loaded.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { PersonData } from "./person-data.tsx";
import { listRetention } from "./privacy-api.ts";
import type { Staff } from "./session.ts";

const retention = loaded(listRetention);

/** What the hub keeps about people, how long, and how it is handed over or erased. */
export function Data({ staff }: { staff: Staff }) {
  return (
    <section class="weak data">
      <h1>Data</h1>
      {staff.role === "admin" ? (
        <>
          <PersonData />
          <Retention />
        </>
      ) : (
        <p>Only an admin can see what is kept about an address, and erase it.</p>
      )}
    </section>
  );
}

function Retention() {
  useEffect(() => void retention.reload(), []);
  const { value, loading } = retention.state.value;
  return (
    <section class="gap" aria-labelledby="kept-h">
      <h2 id="kept-h">How long it is kept</h2>
      <p>
        What is older is deleted every hour. <code>retention</code> in hub.yaml sets the days, and the{" "}
        <a href="/privacy/">privacy page</a> says the same.
      </p>
      <NotLoaded of={retention} />
      {!value && loading && <p>Reading.</p>}
      {value && <RetentionTable kinds={value.kinds} />}
    </section>
  );
}

const RetentionTable = ({ kinds }: RetentionList) => (
  <table class="wt">
    <TableHead names={["What", "Kept", "Last cleaned", "Deleted that day"]} />
    <tbody>
      {kinds.map(({ kind, title, about, days, cleanedAt, deleted }) => (
        <tr key={kind}>
          <th scope="row">
            {title}
            {about && <span class="small about">{about}</span>}
          </th>
          <td>{days === 1 ? "a day" : `${days} days`}</td>
          <td data-says="cleaned">{cleanedAt ? sayWhen(cleanedAt) : "not yet"}</td>
          <td data-unit="deleted">{deleted}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
