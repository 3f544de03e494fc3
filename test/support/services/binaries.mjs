import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What the suite needs beside Node: names the binary may have, and the Debian package that brings it. */
export const BINARIES = {
  mysql: { title: "MariaDB or MySQL", names: ["mariadbd", "mysqld"], packages: ["mariadb-server"] },
  redis: { title: "Redis", names: ["redis-server", "valkey-server"], packages: ["redis-server"] },
  chromium: {
    title: "Chromium",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: ["chromium", "fonts-liberation"],
  },
};

/** Servers live in sbin, which a user's PATH often lacks. */
const EXTRA_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/libexec", "/opt/homebrew/bin", "/usr/local/mysql/bin"];

/** Path of the first of `names` that can be executed, else undefined. */
export function findBinary(names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...EXTRA_FOLDERS];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Names of BINARIES that are not on this machine. */
export function missing(wanted) {
  return wanted.filter((name) => findBinary(BINARIES[name].names) === undefined);
}

/** Why packages cannot be installed from here, or undefined when they can. */
export function installObstacle() {
  if (process.env.SALDO_TEST_NO_INSTALL) return "SALDO_TEST_NO_INSTALL is set";
  if (!existsSync("/etc/debian_version")) return "this is not Debian or Ubuntu";
  if (process.getuid?.() !== 0) return "this is not root";
  return undefined;
}

/** Installs the packages of `wanted` without starting their services. Throws with the output of apt-get when it fails. */
export function install(wanted) {
  const packages = wanted.flatMap((name) => BINARIES[name].packages);
  console.error(`Installing ${packages.join(", ")} with apt-get for the tests (SALDO_TEST_NO_INSTALL=1 forbids it)`);
  withServicesHeldBack(() => {
    aptGet(["update", "-qq"]);
    aptGet(["install", "-y", "-qq", "--no-install-recommends", ...packages]);
  });
}

function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = ["-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3"];
  const { status, stdout, stderr } = spawnSync("apt-get", [...options, ...args], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Error(`apt-get ${args.join(" ")} failed (exit ${status}):\n${`${stdout}${stderr}`.slice(-3000)}`);
}

/** Debian starts a service as soon as it is installed unless this file says no; an existing one is the owner's and stays. */
function withServicesHeldBack(work) {
  const policy = "/usr/sbin/policy-rc.d";
  const ours = !existsSync(policy);
  if (ours) {
    writeFileSync(policy, "#!/bin/sh\nexit 101\n");
    chmodSync(policy, 0o755);
  }
  try {
    work();
  } finally {
    if (ours) rmSync(policy);
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
