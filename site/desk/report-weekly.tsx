import { useEffect } from "preact/hooks";
import { whileBusy } from "#site/islands/busy.ts";
import { loaded } from "./loaded.ts";
import { Notice } from "./notice.tsx";
import { readWeekly, switchWeekly } from "./reports-api.ts";
import { useAction } from "./use-action.ts";

const weekly = loaded(readWeekly);

/** Everybody decides for themselves. */
export function ReportWeekly() {
  useEffect(() => void weekly.reload(), []);
  const { busy, problem, run } = useAction();
  const { value } = weekly.state.value;
  if (!value) return null;
  const turn = () =>
    run(async () => {
      await switchWeekly(!value.on);
      await weekly.reload();
    });
  return (
    <section class="gap" aria-labelledby="weekly-h">
      <h2 id="weekly-h">By mail</h2>
      {value.mail ? (
        <p>
          {value.on ? "Last week’s figures are mailed to you on Mondays at 8:00. " : "Nothing is mailed to you. "}
          <button class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void turn()}>
            {value.on ? "Stop the weekly mail" : "Mail me each week"}
          </button>
        </p>
      ) : (
        <p>Mail is not set up (SMTP_URL), so no report can be sent.</p>
      )}
      {problem.value && <Notice>{problem.value}</Notice>}
    </section>
  );
}
