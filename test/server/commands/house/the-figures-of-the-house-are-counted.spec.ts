import { expect, it } from "@jest/globals";
import { figures } from "../../../../server/commands/house/figures.js";

const file = (path: string, text: string) => ({ path, text });
const found = (...sources: readonly { readonly path: string; readonly text: string }[]) =>
  Object.fromEntries(figures(sources, []).map(({ name, value }) => [name, value]));

it("counts what is written, not what is said in comments and strings", () => {
  const text = ["// db.rows<Row>(sql) as any", "const a: any = 1;", "db.rows<Row>(`select 1`);", "return this.db.row(`select 2`);"].join(
    "\n",
  );
  expect(found(file("server/a.ts", text))).toMatchObject({ any: 1, "raw asserted reads": 2 });
});

it("counts a suppression wherever it stands, in the panel and the tests too", () => {
  const planted = ["oxlint", "disable-next-line"].join("-");
  expect(found(file("test/a.spec.ts", `// ${planted} no-console`), file("admin-ui/src/b.ts", "const a = 1;"))).toMatchObject({
    suppressions: 1,
  });
});

it("sees long files, crowded folders and constructors that take too much", () => {
  const names = Array.from({ length: 9 }, (_, index) => `private readonly p${index}: Map<string, readonly number[]>`);
  const crowd = Array.from({ length: 41 }, (_, index) => file(`server/crowd/f${index}.ts`, ""));
  expect(
    found(...crowd, file("server/a.ts", `class A { constructor(${names.join(", ")},) {} }`), file("server/b.ts", "x\n".repeat(401))),
  ).toMatchObject({
    "files in a folder": 41,
    "constructors over 8 parameters": 1,
    "files over 400 lines": 1,
  });
  expect(found(file("server/a.ts", `class A { constructor(${names.slice(1).join(", ")}) {} }`))).toMatchObject({
    "constructors over 8 parameters": 0,
  });
});
