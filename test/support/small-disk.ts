import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEGABYTE = Buffer.alloc(1024 * 1024);
const CRUMB = Buffer.alloc(4096);

/** A file system of its own that can be filled; null where the system lets nobody mount one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), "saldo-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "saldo-test", path], { stdio: "ignore" });
    return new SmallDisk(path);
  } catch {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
}

export class SmallDisk {
  constructor(readonly path: string) {}

  /** Takes what room is left, to the last page. */
  fill(): void {
    const file = openSync(join(this.path, "filler"), "a");
    for (const piece of [MEGABYTE, CRUMB]) while (fits(file, piece)) continue;
    closeSync(file);
  }

  /** Gives back what `fill` took. */
  free(): void {
    rmSync(join(this.path, "filler"), { force: true });
  }

  unmount(): void {
    execFileSync("umount", ["-l", this.path]);
    rmSync(this.path, { recursive: true, force: true });
  }
}

function fits(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOSPC") return false;
    throw error;
  }
}
