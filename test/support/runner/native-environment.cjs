// Jest's own code (hooks, `expect`) runs in a context with intrinsics of its own, the tests do not (native-runtime.cjs): where it compares
// by identity, as in `expect.any(String)` and `instanceof Error`, it must see the ones that tests see.
const { default: NodeEnvironment } = require("jest-environment-node");

const INTRINSICS = (
  "Object Function Array String Number Boolean BigInt Symbol Date RegExp Promise Map Set WeakMap WeakSet JSON Math " +
  "Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError"
).split(" ");

module.exports = class NativeEnvironment extends NodeEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of INTRINSICS) this.global[name] = globalThis[name];
  }
};
