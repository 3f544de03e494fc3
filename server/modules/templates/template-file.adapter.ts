import { z } from "zod";
import { type DomainError, invalid } from "../../shared/errors.js";

/** @throws DomainError `template.file_invalid` naming file and fault */
export function readJson<M>(text: string, file: string, schema: z.ZodType<M>): M {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fileInvalid(file, `is not JSON (${error instanceof Error ? error.message : "unreadable"})`, "Correct the file.");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw fileInvalid(file, z.prettifyError(parsed.error).replaceAll("\n", " "), "Correct the file.");
}

/** @param file from the folder `templates` on */
export function fileInvalid(file: string, fault: string, remedy: string): DomainError {
  return invalid("template.file_invalid", `templates/${file}: ${fault}.`, { field: file, remedy });
}
