import { integrations, topics } from "virtual:hub-names";
import { changeSearch, integration, topic } from "./search-state.ts";
import { searchWords as t } from "./search.words.ts";

export function Filters() {
  return (
    <div class="filters">
      <fieldset>
        <legend class="sr">{t.topic}</legend>
        {[{ id: "", title: t.everything }, ...topics].map(({ id, title }) => (
          <label key={id} class="covered">
            <input
              type="radio"
              name="find-topic"
              checked={topic.value === id}
              onChange={() => changeSearch({ topic: id })}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      {integrations.length > 0 && (
        <label class="pick">
          <span class="sr">{t.crm}</span>
          <select
            value={integration.value}
            onChange={({ currentTarget }) =>
              changeSearch({ integration: integrations.find(({ id }) => id === currentTarget.value)?.id ?? "" })
            }
          >
            <option value="">{t.anyCrm}</option>
            {integrations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
