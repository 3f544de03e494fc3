import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Command } from "commander";
import type { CommandContext } from "../../../server/commands/context.js";
import { registerDoctor } from "../../../server/commands/doctor.command.js";
import { registerInstall } from "../../../server/commands/install.command.js";
import { registerKeys } from "../../../server/commands/keys.command.js";
import { registerSetupCode } from "../../../server/commands/setup-code.command.js";
import { MasterKeys } from "../../../server/platform/crypto/keys.js";
import { ADMIN, type Desk, openDesk } from "../modules/host/support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({}, "none");
});
afterAll(() => desk.close());

/** Runs `saldo ARGS` against the desk's application. */
async function saldo(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const result = { out: "", err: "", code: -1 };
  const collect = (name: "out" | "err") =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        result[name] += chunk.toString();
        done();
      },
    });
  const context: CommandContext = {
    openApp: () =>
      Promise.resolve(
        new Proxy(desk.app, { get: (app, key): unknown => (key === "close" ? () => Promise.resolve() : Reflect.get(app, key)) }) as never,
      ),
    out: collect("out"),
    err: collect("err"),
    nodeEnv: "test",
    exitWith: (code) => (result.code = code),
  };
  const program = new Command("saldo").exitOverride();
  for (const register of [registerSetupCode, registerInstall, registerDoctor, registerKeys]) register(program, context);
  await program.parseAsync(args, { from: "user" });
  return result;
}

const findings = async () => {
  const { out, code } = await saldo("doctor", "--json");
  const { ok, findings: list } = JSON.parse(out) as { ok: boolean; findings: { check: string; ok: boolean; detail: string }[] };
  expect(code).toBe(ok ? 0 : 1);
  return list.filter((finding) => !finding.ok).map(({ check, detail }) => `${check.replace(/^account .*: /, "")}: ${detail}`);
};

test("a fresh installation lacks an account, and is told how to get one", async () => {
  expect(await findings()).toEqual(['accounts: none: make a code with "saldo setup-code"']);
  expect((await saldo("setup-code")).out).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}\nValid once, until 2026-11-23T15:00:00\.000Z\.\n$/);
});

test("installing from the command line wants the declaration, takes the token from a file, and is done twice without harm", async () => {
  const tokenFile = join(desk.config.dataDir, "token");
  writeFileSync(tokenFile, `${ADMIN}\n`, { mode: 0o600 });
  const args = ["install", "--host-url", desk.sandbox.url, "--account", "1", "--token-file", tokenFile, "--creditor", "Alameda Hogar"];
  args.push("--payment-url", "https://pagos.alameda.example/", "--accepted-by", "Laura Medina");
  const without = await saldo(...args);
  expect(without.code).toBe(2);
  expect(without.err).toContain("--accept-declaration");
  for (const _time of [1, 2]) {
    const installed = await saldo(...args, "--accept-declaration");
    expect(installed.err).toBe("");
    expect(installed.code).toBe(0);
    expect(installed.out).toMatch(/^Connected: http.*\/a\/[0-9a-f-]{36}\n( {2}ok {3}\w+: .*\n){6}$/);
    expect(installed.out).not.toContain(ADMIN);
  }
  expect(await saldo(...args, "--accept-declaration", "--creditor", "A")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^creditorName: /),
  });
});

test("a sound installation is found sound, apart from the stepped clock", async () => {
  expect((await findings()).filter((finding) => !finding.startsWith("clock"))).toEqual([]);
});

test("a sender whose token was reset and a team that was deleted are found, and mended by installing again", async () => {
  const { teams, agentBots } = desk.sandbox.world;
  agentBots.find((row) => row.accountId === 1)!.accessToken = "reset-in-the-helpdesk";
  teams.delete(teams.find((row) => row.name === "saldo")!.id);
  const found = await findings();
  expect(found).toContainEqual(expect.stringMatching(/^sender: the helpdesk refuses the sender's token/));
  expect(found).toContainEqual(expect.stringMatching(/^team, label and tab: gone from the helpdesk: team\. /));
  await desk.connect();
  expect((await findings()).filter((finding) => /^(sender|team)/.test(finding))).toEqual([]);
});

test("a webhook that is gone, a token that is revoked and a helpdesk that is away are found", async () => {
  const { webhooks, users } = desk.sandbox.world;
  webhooks.delete(webhooks.find((row) => row.accountId === 1)!.id);
  expect(await findings()).toContainEqual(expect.stringMatching(/^webhook: it is missing/));
  users.must(1).accessToken = "another-token";
  expect(await findings()).toEqual([expect.stringMatching(/^helpdesk: The helpdesk does not know this access token/)]);
  desk.sandbox.faults.add({ kind: "error_500_before", match: "." });
  expect(await findings()).toEqual([expect.stringMatching(/^helpdesk: The helpdesk failed \(HTTP 500\)/)]);
});

test("new keys are usable and never the same", async () => {
  const [first, second] = [await saldo("keys", "new", "--json"), await saldo("keys", "new", "--json")];
  const keys = JSON.parse(first.out) as { master: string; signing: string };
  expect(Buffer.from(keys.master, "base64")).toHaveLength(32);
  expect(first.out).not.toBe(second.out);
  expect(desk.app.get(MasterKeys)).toBeDefined();
});
