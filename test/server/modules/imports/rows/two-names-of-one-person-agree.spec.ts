import { expect, it } from "@jest/globals";
import { namesAgree } from "../../../../../server/modules/imports/rows/domain/person-name.js";

it.each([
  ["Ana Diez", "ANA DIEZ"],
  ["Ana Diez", "Diez, Ana"],
  ["Ana Diez", "Ana María Diez Gómez"],
  ["Jose Perez", "José Pérez"],
  ["Jhon Pérez", "John Perez"],
  ["A. Diez", "Ana Diez"],
  ["Ma. Fernanda López", "María Fernanda López"],
  ["Ana Diez de López", "Ana López"],
  ["ACME S.A.", "Acme SAS"],
  ["Distribuidora El Sol S.A. de C.V.", "DISTRIBUIDORA EL SOL"],
  ["Padaria São João Ltda", "Padaria Sao Joao"],
  ["S.A.", "s a"],
])("%s and %s", (one, other) => {
  expect([namesAgree(one, other), namesAgree(other, one)]).toEqual([true, true]);
});

it.each([
  ["Ana Diez", "Luis Once"],
  ["Ana Diez", "Luis Diez"],
  ["María Gómez", "María Pérez"],
  ["Carlos Gómez Ruiz", "Andrés Gómez Ruiz"],
  ["A. Diez", "Luis Diez"],
  ["Ana", "Eva"],
  ["Acme SAS", "Zenith SAS"],
  ["Luz Ríos", "Paz Ríos"],
])("not %s and %s", (one, other) => {
  expect([namesAgree(one, other), namesAgree(other, one)]).toEqual([false, false]);
});
