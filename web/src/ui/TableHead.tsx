/** The head of a table, from the words of its columns in their order. */
export const TableHead = ({ columns }: { columns: Readonly<Record<string, string>> }) => (
  <thead>
    <tr>
      {Object.values(columns).map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);
