import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { toProblem } from "#site/problem.ts";
import { AddColleague } from "./add-colleague.tsx";
import { loaded } from "./loaded.ts";
import { Notice } from "./notice.tsx";
import { barColleague, listColleagues, type Colleague, type Staff } from "./session.ts";

const colleagues = loaded(listColleagues);

/** For admins: who has a desk account, and who may use it. */
export function Accounts({ me }: { me: Staff }) {
  useEffect(() => void colleagues.reload(), []);
  const { value, problem } = colleagues.state.value;
  return (
    <>
      <p class="lede">Agents read and answer cases. Admins also decide who may.</p>
      {problem && <Notice>{problem.message}</Notice>}
      <table class="wt">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail address</th>
            <th scope="col">Role</th>
            <th scope="col">May sign in</th>
          </tr>
        </thead>
        <tbody>
          {value?.map((colleague) => (
            <Account key={colleague.id} colleague={colleague} isMe={colleague.id === me.id} />
          ))}
        </tbody>
      </table>
      <AddColleague added={colleagues.reload} />
    </>
  );
}

function Account({ colleague, isMe }: { colleague: Colleague; isMe: boolean }) {
  const problem = useSignal<string | null>(null);
  const barred = Boolean(colleague.banned);
  const change = () =>
    barColleague(colleague.id, !barred)
      .then(colleagues.reload)
      .catch((error: unknown) => (problem.value = toProblem(error).message));
  return (
    <tr>
      <th scope="row">{colleague.name}</th>
      <td>{colleague.email}</td>
      <td>{colleague.role}</td>
      <td>
        {barred ? "no" : "yes"}{" "}
        {!isMe && (
          <button class="text-btn" type="button" onClick={() => void change()}>
            {barred ? "Let in again" : "Bar"}
          </button>
        )}
        {problem.value && <Notice>{problem.value}</Notice>}
      </td>
    </tr>
  );
}
