import { here } from "../dom.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { whileBusy } from "../busy.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { readField } from "./form-field.ts";
import { Fact, Fault } from "./say.tsx";
import { sendTenant } from "./setup-calls.ts";
import { hold } from "./setup-state.ts";
import { sayMoment } from "../when.ts";
import { useAction } from "./use-action.ts";
import { setupConnectWords as t } from "./connect.words.ts";

/** Two visits: a Tenant ID that staff approve, then three values from the CRM. */
export function ConnectTenant({ own, name }: { own: ConnectionView; name: string }) {
  const { tenant } = own;
  if (!tenant) return <TenantForm own={own} name={name} />;
  if (tenant.state === "waiting")
    return (
      <>
        <Fact tone="unknown" word={t.waitingForApproval}>
          {t.tenantIdHasBeen(tenant.tenantId, sayMoment(tenant.submittedAt))}
        </Fact>
        <p class="small">
          {t.youGetAMail} <a href={here("/contact/")}>{t.tellAPerson}</a>.
        </p>
      </>
    );
  if (tenant.state === "refused")
    return (
      <>
        <Fact tone="failed" word={t.notApproved}>
          {t.ourTeamLookedAt(tenant.tenantId)}
          {tenant.decidedAt && ` ${sayMoment(tenant.decidedAt)}`}. {tenant.note && <>{t.theyWrite(tenant.note)}</>}
        </Fact>
        <TenantForm own={own} name={name} />
      </>
    );
  return (
    <>
      <Fact tone="ok" word={t.approved}>
        {t.tenantIdWasApproved(tenant.tenantId)}
        {tenant.decidedAt && ` ${sayMoment(tenant.decidedAt)}`}. {tenant.note && <>{t.ourTeamWrites(tenant.note)}</>}
      </Fact>
      <CredentialsForm own={own} name={name} />
    </>
  );
}

function TenantForm({ own, name }: { own: ConnectionView; name: string }) {
  const { busy, problem, run } = useAction();
  const again = own.tenant !== null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = readField(event, "tenantId");
    void run(async () => hold(await sendTenant(own.id, typed)));
  };
  const fault = problem.value && (problem.value.problem.errors?.[0]?.reason ?? problem.value.message);
  return (
    <form class="stage-form" onSubmit={submit} noValidate>
      {!again && <p>{t.connectsInTwoVisits(name)}</p>}
      <label class="stack">
        {again ? t.tenantIdOnceMore : t.tenantId}
        <input
          id="connect-tenant"
          name="tenantId"
          inputMode="numeric"
          autocomplete="off"
          defaultValue={again ? own.tenant?.tenantId : ""}
          aria-invalid={fault ? "true" : undefined}
          aria-describedby={fault ? "connect-tenant-fault" : "connect-tenant-hint"}
        />
        <span class="small" id="connect-tenant-hint">
          {t.aNumberInIt(name)}
        </span>
      </label>
      {fault && <Fault id="connect-tenant-fault">{fault}</Fault>}
      <p class="acts">
        <button class="btn main" type="submit" {...whileBusy(busy.value)}>
          {busy.value ? t.sending : again ? t.askAgain : t.sendTheTenantId}
        </button>
      </p>
    </form>
  );
}
