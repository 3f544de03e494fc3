import { expect, it } from "@jest/globals";
import { smtpSettings } from "../../../../server/platform/mail/smtp-settings.js";

const FROM = "Saldo <saldo@example.com>";

it("secured from the first byte, by STARTTLS or not at all, and only on this machine without being told to", () => {
  expect(smtpSettings("smtps://user:p%40ss@mail.example.com", FROM)).toMatchObject({ port: 465, security: "tls", password: "p@ss" });
  expect(smtpSettings("smtp://mail.example.com", FROM)).toMatchObject({ port: 587, security: "starttls", user: null });
  expect(smtpSettings("smtp://127.0.0.1:2525", FROM)).toMatchObject({ port: 2525, security: "plain" });
  expect(smtpSettings("smtp://relay.internal:25?tls=none", FROM)).toMatchObject({ security: "plain" });
  expect(smtpSettings(undefined, undefined)).toBeNull();
});

it("what cannot be meant is refused at the start, without its password", () => {
  const refusal = (url?: string, from?: string) => {
    try {
      smtpSettings(url, from);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(refusal("mail.example.com", FROM)).toMatch(/^SALDO_SMTP_URL: must/);
  expect(refusal("http://u:geheim@mail.example.com", FROM)).toMatch(/^SALDO_SMTP_URL: must start/);
  expect(refusal("http://u:geheim@mail.example.com", FROM)).not.toContain("geheim");
  expect(refusal("smtps://mail.example.com?tls=none", FROM)).toMatch(/contradict/);
  expect(refusal("smtp://mail.example.com?tls=maybe", FROM)).toMatch(/only be none/);
  expect(refusal("smtp://mail.example.com", "nobody")).toMatch(/^SALDO_MAIL_FROM/);
  expect(refusal(undefined, FROM)).toMatch(/^SALDO_MAIL_FROM/);
});
