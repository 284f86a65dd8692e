type Props = {
  legend: string;
  /** Names, and what each means. */
  all: Readonly<Record<string, string>>;
  /** Those that are chosen to begin with. */
  on?: readonly string[];
};

/** Several of a list of names, each a field of its form: "on" where it is chosen. */
export const Ticks = ({ legend, all, on = [] }: Props) => (
  <fieldset class="tick-list">
    <legend>{legend}</legend>
    {Object.entries(all).map(([name, says]) => (
      <label key={name}>
        <input type="checkbox" name={name} defaultChecked={on.includes(name)} />
        <span>
          {says} <code class="small">{name}</code>
        </span>
      </label>
    ))}
  </fieldset>
);
