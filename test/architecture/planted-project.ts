import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Settings and tools a planted project shares with the real one. */
const COPIED = ["package.json", "tsconfig.json", "test/tsconfig.json", ".oxlintrc.json", ".dependency-cruiser.mjs"];
const LINKED = ["node_modules", ".ci"];

/** A small project under this project's own rules, with the given sources: shows that a rule bites. */
export class PlantedProject {
  readonly directory = mkdtempSync(join(tmpdir(), "saldo-planted-"));

  constructor(sources: Readonly<Record<string, string>>) {
    for (const name of COPIED) cpSync(resolve(name), join(this.directory, name));
    for (const name of LINKED) symlinkSync(resolve(name), join(this.directory, name));
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(this.directory, path)), { recursive: true });
      writeFileSync(join(this.directory, path), text);
    }
  }

  /** Runs a tool of node_modules/.bin in the project; what it prints on stdout. */
  run(tool: string, args: readonly string[]): string {
    const { stdout, stderr, error } = spawnSync(resolve("node_modules/.bin", tool), args, { cwd: this.directory, encoding: "utf8" });
    if (error || stdout === "") throw new Error(`${tool} printed nothing: ${error?.message ?? stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
