import { integrations, topics } from "virtual:hub-names";
import { changeSearch, integration, topic } from "./search-state.ts";

export function Filters() {
  return (
    <div class="filters">
      <fieldset>
        <legend class="sr">Topic</legend>
        {[{ id: "", title: "Everything" }, ...topics].map(({ id, title }) => (
          <label key={id}>
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
      <label class="pick">
        <span class="sr">CRM</span>
        <select
          value={integration.value}
          onChange={({ currentTarget }) =>
            changeSearch({ integration: integrations.find(({ id }) => id === currentTarget.value)?.id ?? "" })
          }
        >
          <option value="">Any CRM</option>
          {integrations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
