/** The columns of a table under the names of a row's properties, for a plain select where entities cost too much. */
export function columnsAs(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, column]) => (name === column ? column : `${column} as ${name}`))
    .join(", ");
}

type Aliased<Columns extends Readonly<Record<string, string>>> = {
  [Name in keyof Columns & string]: `${Columns[Name]} as ${Name}`;
}[keyof Columns & string];

/** The same for typed queries. */
export function aliasedColumns<const Columns extends Readonly<Record<string, string>>>(columns: Columns): readonly Aliased<Columns>[] {
  return Object.entries(columns).map(([name, column]) => `${column} as ${name}` as Aliased<Columns>);
}
