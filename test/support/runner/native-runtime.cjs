// Jest's runtime with Node's own module loader in place of Jest's. Jest loads every module anew for every spec file, in a context of its
// own: the whole server and its packages, two to three seconds of processor time a file, more than most files need for their tests.
// Here a process loads them once; a spec file and what it imports from `test/` are still loaded for it alone (sources.mjs). Hooks, retries,
// time limits and reports stay Jest's.
const { pathToFileURL } = require("node:url");
const { default: Runtime } = require("jest-runtime");

let specs = 0;

class NativeRuntime extends Runtime {
  #config;

  constructor(config, ...rest) {
    super(config, ...rest);
    this.#config = config;
    specs += 1;
  }

  unstable_shouldLoadAsEsm(path) {
    return /\.(?:ts|mjs)$/.test(path) || super.unstable_shouldLoadAsEsm(path);
  }

  getSourceMaps() {
    return globalThis[Symbol.for("saldo.source-maps")];
  }

  /** A spec file, or a file of `setupFilesAfterEnv`: both see the globals of the project and Jest's own of this spec file. */
  unstable_importModule(path) {
    Object.assign(globalThis, this.#config.globals);
    globalThis[Symbol.for("saldo.jest")] = this.requireModuleOrMock(path, "@jest/globals");
    return import(`${pathToFileURL(path).href}?spec=${specs}`);
  }
}

module.exports = { default: NativeRuntime, __esModule: true };
