import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { readField } from "./form-field.ts";
import { Fact, Fault } from "./say.tsx";
import { sendTenant } from "./setup-calls.ts";
import { hold } from "./setup-state.ts";
import { sayMoment } from "../when.ts";
import { useAction } from "./use-action.ts";

/** Two visits: a Tenant ID that staff approve, then three values from the CRM. */
export function ConnectTenant({ own, name }: { own: ConnectionView; name: string }) {
  const { tenant } = own;
  if (!tenant) return <TenantForm own={own} name={name} />;
  if (tenant.state === "waiting")
    return (
      <>
        <Fact tone="unknown" word="Waiting for approval.">
          Tenant ID {tenant.tenantId} has been with our team since {sayMoment(tenant.submittedAt)}. It takes 1–2
          business days.
        </Fact>
        <p class="small">
          You get a mail either way. Until then you can leave; nothing is lost. Is the number wrong?{" "}
          <a href="/contact/">Tell a person</a>.
        </p>
      </>
    );
  if (tenant.state === "refused")
    return (
      <>
        <Fact tone="failed" word="Not approved.">
          Our team looked at Tenant ID {tenant.tenantId}
          {tenant.decidedAt && ` ${sayMoment(tenant.decidedAt)}`}. {tenant.note && <>They write: “{tenant.note}”</>}
        </Fact>
        <TenantForm own={own} name={name} />
      </>
    );
  return (
    <>
      <Fact tone="ok" word="Approved.">
        Tenant ID {tenant.tenantId} was approved{tenant.decidedAt && ` ${sayMoment(tenant.decidedAt)}`}.{" "}
        {tenant.note && <>Our team writes: “{tenant.note}”</>}
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
      {!again && (
        <p>
          {name} connects in two visits. Today you send your Tenant ID. Our team approves it in 1–2 business days, and
          you get a mail. Then you come back with three values.
        </p>
      )}
      <label class="stack">
        {again ? "Tenant ID, once more" : "Tenant ID"}
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
          A number. In {name} it stands under Settings › Integrations › API Application Access.
        </span>
      </label>
      {fault && <Fault id="connect-tenant-fault">{fault}</Fault>}
      <p class="acts">
        <button class="btn main" type="submit" disabled={busy.value}>
          {busy.value ? "Sending" : again ? "Ask again" : "Send the Tenant ID"}
        </button>
      </p>
    </form>
  );
}
