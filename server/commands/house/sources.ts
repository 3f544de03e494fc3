import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One source file of the server. */
export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript source under `folder`, in the order of their paths. @throws where the sources are not there (an image has only the build) */
export function sourcesUnder(root: string, folder: string): SourceFile[] {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
  return names.sort().map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** The text without comments; strings stay. Good for counting, not for compiling. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string: string) => string ?? "",
  );
}

/** Code without what stands between quotation marks. */
export function withoutStrings(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""');
}
