import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { SECOND } from "../../../server/shared/instant.js";
import { SaldoProcess } from "../../support/saldo-processes.js";
import { letGo, type RealDispatch, realDispatch } from "./support.js";

const MESSAGES = 50;

let dispatch: RealDispatch;
let saldo: SaldoProcess;
beforeAll(async () => {
  dispatch = await realDispatch(MESSAGES);
  saldo = new SaldoProcess(dispatch.environment);
});
afterAll(async () => {
  await saldo?.kill();
  await dispatch?.close();
});

test("SIGTERM in the middle: outcomes are written, nothing is left on its way, and it ends by itself with code 0", async () => {
  await saldo.start();
  await letGo(dispatch);
  while (dispatch.arrived() < 10) await dispatch.pause(50);
  expect(await saldo.kill("SIGTERM")).toBe(0);
  const states = await dispatch.states();
  expect(states["planned"]).toBeGreaterThan(0);
  expect(states["sending"] ?? 0).toBe(0);
  expect(states["unknown"] ?? 0).toBe(0);
  expect(await dispatch.contradictions()).toEqual([]);
});

test("the next process sends the rest, each once", async () => {
  await saldo.start();
  while (dispatch.arrived() < MESSAGES) await dispatch.pause(100);
  await dispatch.pause(SECOND);
  expect(dispatch.arrived()).toBe(MESSAGES);
  await saldo.kill("SIGTERM");
  expect(await dispatch.contradictions()).toEqual([]);
});
