type Aliased<Columns extends Readonly<Record<string, string>>> = {
  [Name in keyof Columns & string]: `${Columns[Name]} as ${Name}`;
}[keyof Columns & string];

/** The columns of a table under the names of a row's properties, for a plain select where entities cost too much. */
export function aliasedColumns<const Columns extends Readonly<Record<string, string>>>(columns: Columns): readonly Aliased<Columns>[] {
  return Object.entries(columns).map(([name, column]) => `${column} as ${name}` as Aliased<Columns>);
}
