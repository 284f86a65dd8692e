/** Names of columns. `does`: behind them is one for what can be done with a row, whose name is heard alone. */
export const TableHead = ({ names, does = false }: { names: string[]; does?: boolean }) => (
  <thead>
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
      {does && (
        <th scope="col">
          <span class="sr">Do</span>
        </th>
      )}
    </tr>
  </thead>
);
