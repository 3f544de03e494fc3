/** The columns of a table under the names of a row's properties, for a plain select where entities cost too much. */
export function columnsAs(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, column]) => (name === column ? column : `${column} as ${name}`))
    .join(", ");
}
