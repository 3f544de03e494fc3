// `npm run migrations -- NAME`: writes one migration per dialect from the entities, offline (the snapshots stand in for a server),
// and lists it in migrations/*/index.ts. Read every generated SQLite migration before committing it: one kind of change each.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM as MySqlOrm } from "@mikro-orm/mysql";
import { MikroORM as SqliteOrm } from "@mikro-orm/sqlite";
import { entities } from "./entities.js";

const change = process.argv[2];
if (!change || !/^[a-z][a-z0-9_]*$/.test(change)) {
  process.stderr.write("Usage: npm run migrations -- name_of_the_change\n");
  process.exit(2);
}

for (const dialect of ["sqlite", "mysql"] as const) {
  const path = resolve("migrations", dialect);
  const snapshot = join(path, ".snapshot.json");
  if (!existsSync(snapshot)) writeFileSync(snapshot, '{"namespaces":[],"name":"","tables":[],"nativeEnums":{}}\n');
  const options = {
    entities: [...entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    migrations: { path, pathTs: path, emit: "ts" as const, snapshot: true, snapshotName: ".snapshot", disableForeignKeys: false },
  };
  const orm =
    dialect === "sqlite"
      ? await SqliteOrm.init({ ...options, dbName: ":memory:" })
      : await MySqlOrm.init({ ...options, dbName: "saldo", connect: false, charset: "utf8mb4", collate: "utf8mb4_bin" } as never);
  const created = await orm.migrator.create(path, false, false, change);
  process.stdout.write(`${dialect}: ${created.fileName || "no change"}\n`);
  await orm.close(true);
  writeIndex(path);
}

function writeIndex(path: string): void {
  const classes = readdirSync(path)
    .filter((file) => /^Migration.*\.ts$/.test(file))
    .sort()
    .map((file) => ({
      file: file.replace(/\.ts$/, ""),
      name: /export class (\w+)/.exec(readFileSync(join(path, file), "utf8"))?.[1] ?? "",
    }));
  const imports = classes.map(({ file, name }) => `import { ${name} } from "./${file}.js";\n`).join("");
  const list = classes.map(({ file, name }) => `  { name: "${file}", class: ${name} },\n`).join("");
  writeFileSync(
    join(path, "index.ts"),
    `import type { MigrationObject } from "@mikro-orm/core";\n${imports}\nexport const migrations: readonly MigrationObject[] = [\n${list}];\n`,
  );
}
