import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { createConnection } from "mysql2/promise";
import { measured } from "../harness/side.mjs";
import { BareImport } from "./bare-import.mjs";

const ROWS_PER_CHUNK = 500;

// csv-parse and mysql2 as somebody uses them who knows both and wants nothing but rows in tables: one pass, arrays instead of objects,
// an insert a table and chunk, row ids counted on from the first, a commit a chunk. Nothing is judged, sealed, chained, locked or looked up again.
await measured(async ({ file }) => {
  const sql = await createConnection({ uri: process.env.SALDO_DATABASE_URL, charset: "utf8mb4_bin" });
  const bare = new BareImport(sql);
  const work = async () => {
    await bare.begin();
    let chunk = [];
    for await (const cells of createReadStream(file).pipe(parse({ from_line: 2 }))) {
      if (chunk.push(cells) < ROWS_PER_CHUNK) continue;
      await bare.take(chunk);
      chunk = [];
    }
    if (chunk.length > 0) await bare.take(chunk);
    return bare.end();
  };
  return { work, close: () => sql.end() };
});
