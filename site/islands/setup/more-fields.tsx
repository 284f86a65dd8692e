import type { FieldView } from "#server/features/integrations/integrations.schema.ts";
import type { Half } from "#server/features/integrations/integrations.values.ts";
import { setupMapWords as t } from "./map.words.ts";

type Props = { half: Half; rest: FieldView[]; name: string; show: (field: string) => void };

/** Every other field that can be written to, to add to the table. */
export function MoreFields({ half, rest, name, show }: Props) {
  return (
    <label class="stack more-fields">
      {t.oneMoreField}
      <select
        id={`${half}-more`}
        value=""
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          currentTarget.value = "";
          if (value) show(value);
        }}
      >
        <option value="">{t.chooseAFieldOf(name)}</option>
        {rest.map((field) => (
          <option key={field.name} value={field.name}>
            {field.label}
          </option>
        ))}
      </select>
      <span class="small">{t.readOnlyAndArchived}</span>
    </label>
  );
}
