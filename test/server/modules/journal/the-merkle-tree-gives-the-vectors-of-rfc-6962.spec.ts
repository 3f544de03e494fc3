import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { MerkleTree } from "../../../../server/modules/journal/chain/merkle-tree.js";

test("no leaf, one empty leaf, and the leaves a, b, c", () => {
  expect(new MerkleTree().root()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const one = new MerkleTree();
  one.append(Buffer.alloc(0));
  expect(one.root()).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  const abc = new MerkleTree();
  for (const leaf of ["a", "b", "c"]) abc.append(Buffer.from(leaf));
  expect(abc.root()).toBe("36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1");
});

test("a tree grown leaf by leaf, and one resumed from its peaks, have the root of the recursive definition", () => {
  const leaves = Array.from({ length: 70 }, (_, index) => Buffer.from(String(index)));
  let tree = new MerkleTree();
  for (const [index, leaf] of leaves.entries()) {
    tree.append(leaf);
    expect(tree.root()).toBe(definition(leaves.slice(0, index + 1)).toString("hex"));
    if (index % 5 === 0) tree = new MerkleTree(tree.size, tree.peaks);
  }
});

function definition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return sha256(0, leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(1, definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

function sha256(prefix: number, ...parts: readonly Buffer[]): Buffer {
  return createHash("sha256")
    .update(Buffer.concat([Buffer.of(prefix), ...parts]))
    .digest();
}
