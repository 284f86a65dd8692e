import type { FieldView } from "#server/features/integrations/integrations.schema.ts";
import type { Half } from "#server/features/integrations/integrations.values.ts";

type Props = { half: Half; rest: FieldView[]; name: string; show: (field: string) => void };

/** Every other field that can be written to, to add to the table. */
export function MoreFields({ half, rest, name, show }: Props) {
  return (
    <label class="stack more-fields">
      One more field
      <select
        id={`${half}-more`}
        value=""
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          currentTarget.value = "";
          if (value) show(value);
        }}
      >
        <option value="">Choose a field of {name}</option>
        {rest.map((field) => (
          <option key={field.name} value={field.name}>
            {field.label}
          </option>
        ))}
      </select>
      <span class="small">Read-only and archived fields are not offered.</span>
    </label>
  );
}
