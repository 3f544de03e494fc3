import { afterAll, beforeAll, expect, test } from "@jest/globals";
import Bull from "bull";
import { SECOND } from "../../../server/shared/instant.js";
import { testDialect, testRedisUrl } from "../../support/database.js";
import { freePort } from "../../support/free-port.js";
import { SaldoProcess } from "../../support/saldo-processes.js";
import { letGo, type RealDispatch, realDispatch } from "./support.js";

const MESSAGES = 50;

let dispatch: RealDispatch;
let processes: SaldoProcess[];
beforeAll(async () => {
  dispatch = await realDispatch(MESSAGES);
  const { environment } = dispatch;
  // Several processes and Redis on MySQL; on SQLite the one process is the queue.
  processes = [
    new SaldoProcess(environment),
    ...(testDialect() === "mysql"
      ? [new SaldoProcess({ ...environment, SALDO_PORT: String(await freePort()), SALDO_ROLE: "worker" })]
      : []),
  ];
});
afterAll(async () => {
  await Promise.all((processes ?? []).map((one) => one.kill()));
  await dispatch?.close();
});

test("the queue is lost in the middle of a dispatch, again and again: everything arrives once, only later", async () => {
  await Promise.all(processes.map((one) => one.start()));
  await letGo(dispatch);
  for (const mark of [5, 15, 30]) {
    while (dispatch.arrived() < mark) await dispatch.pause(50);
    await loseTheQueue();
  }
  while (dispatch.arrived() < MESSAGES) await dispatch.pause(100);
  await dispatch.pause(2 * SECOND);
  expect(dispatch.arrived()).toBe(MESSAGES);
  expect(await dispatch.contradictions()).toEqual([]);
});

/** Everything Redis holds is gone, jobs and all; without Redis the process that was the queue is ended and started anew. */
async function loseTheQueue(): Promise<void> {
  if (testDialect() === "sqlite") {
    await processes[0]!.kill("SIGTERM");
    return processes[0]!.start();
  }
  const queue = new Bull("looks-on", testRedisUrl());
  try {
    const redis = queue.client;
    expect(await textOf(redis)).not.toMatch(/xiomara|zuleyka|57300555/i);
    await redis.flushdb();
  } finally {
    await queue.close();
  }
}

/** Keys and values: wake-ups carry a lane and nothing about anybody. */
async function textOf(redis: Bull.Queue["client"]): Promise<string> {
  const texts: string[] = [];
  for (const key of await redis.keys("*")) {
    const dumped = await redis.dumpBuffer(key);
    texts.push(key, dumped?.toString("latin1") ?? "");
  }
  return texts.join("\n");
}
