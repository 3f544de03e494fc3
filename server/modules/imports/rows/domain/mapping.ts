import { invalid } from "../../../../shared/errors.js";
import type { DecimalMark } from "./amount-format.js";
import { type ColumnMap, isReportColumn, mapColumns, plainHeader, withFields } from "./columns.js";
import type { DateOrder } from "./date-format.js";
import { IMPORT_FIELDS, type ImportField, type ImportKind } from "../../../../shared/import-fields.js";

/** How files with certain headers are to be read, as somebody said once. */
export interface RememberedMapping {
  readonly id: string;
  readonly name: string;
  readonly kind: ImportKind;
  readonly headers: readonly string[];
  readonly fields: readonly (ImportField | null)[];
  readonly dates: DateOrder | null;
  readonly decimal: DecimalMark | null;
}

/** What the sender says of the columns of a file, and what is remembered. */
export interface MappingChoice {
  /** By position; before everything else. */
  readonly columns?: readonly (ImportField | null)[] | undefined;
  /** A remembered mapping by its id; without it the one of the same headers. */
  readonly profile?: string | undefined;
  readonly remembered?: readonly RememberedMapping[] | undefined;
}

export interface ChosenMapping {
  readonly map: ColumnMap;
  readonly remembered: RememberedMapping | null;
  /** Whether a column's meaning was taken from its header alone. */
  readonly guessed: readonly boolean[];
}

/**
 * What the columns of a file mean: as given, else as remembered for these headers, else as the headers say.
 * @throws DomainError `import.columns_count`, `import.columns_repeated`, `import.columns_kind`, `profile.not_found`
 */
export function chooseMapping(kind: ImportKind, headers: readonly string[], choice: MappingChoice): ChosenMapping {
  const mappings = (choice.remembered ?? []).filter((mapping) => mapping.kind === kind);
  const remembered = choice.profile === undefined ? null : mappings.find(({ id }) => id === choice.profile);
  if (remembered === undefined) {
    throw invalid("profile.not_found", "There is no such remembered mapping for files of this kind.", {
      field: "profile",
      remedy: "Choose one of the list, or send the file without it.",
    });
  }
  if (choice.columns) {
    refuseUnfit(kind, headers, choice.columns);
    return { map: withFields(kind, headers, choice.columns), remembered, guessed: headers.map(() => false) };
  }
  const found = remembered ?? mappings.find((mapping) => signatureOf(mapping.headers) === signatureOf(headers)) ?? null;
  const guess = mapColumns(kind, headers);
  if (!found) return { map: guess, remembered: null, guessed: guess.fields.map((field) => field !== null) };
  const known = new Map(found.headers.map((header, index) => [plainHeader(header), found.fields[index] ?? null]));
  const said = headers.map((header) => known.get(plainHeader(header)));
  const used = new Set(said.filter((field) => field !== undefined && field !== null));
  // A column that came later than the mapping is guessed, where its meaning is still free.
  const fields = said.map((field, index) => (field !== undefined ? field : freeOf(used, guess.fields[index] ?? null)));
  return {
    map: withFields(kind, headers, fields),
    remembered: found,
    guessed: said.map((field, index) => field === undefined && fields[index] !== null),
  };
}

/** Equal for files with the same headers, however they are spelt; those of a file of refused rows are the ones it came from. */
export function signatureOf(headers: readonly string[]): string {
  return headers
    .filter((header) => !isReportColumn(header))
    .map(plainHeader)
    .join("\n");
}

function freeOf(used: Set<ImportField>, field: ImportField | null): ImportField | null {
  return field !== null && used.has(field) ? null : field;
}

function refuseUnfit(kind: ImportKind, headers: readonly string[], columns: readonly (ImportField | null)[]): void {
  if (columns.length !== headers.length) {
    throw invalid("import.columns_count", `The file has ${headers.length} columns, the mapping ${columns.length}.`, {
      field: "columns",
      remedy: "Name the meaning of every column, null for one that is not used.",
      params: { headers: headers.length, columns: columns.length },
    });
  }
  const given = columns.filter((field) => field !== null);
  const repeated = given.find((field, index) => given.indexOf(field) !== index);
  if (repeated) {
    throw invalid("import.columns_repeated", `Two columns are given the meaning "${repeated}".`, {
      field: "columns",
      remedy: "Give a meaning to one column only.",
      params: { column: repeated },
    });
  }
  const fields: readonly ImportField[] = IMPORT_FIELDS[kind];
  const foreign = given.find((field) => !fields.includes(field));
  if (foreign) {
    throw invalid("import.columns_kind", `A file of ${kind} has no "${foreign}".`, {
      field: "columns",
      remedy: `Use one of: ${fields.join(", ")}.`,
      params: { column: foreign },
    });
  }
}
