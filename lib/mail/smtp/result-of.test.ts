import { expect, test } from "vitest";
import { resultOf } from "./result-of";

const answered = (responseCode: number, response: string, code?: string) =>
  resultOf({ message: "Invalid login", code, command: "AUTH PLAIN", responseCode, response }, "waiting");

test.each([
  [535, "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant."],
  [534, "534 5.7.9 Application-specific password required"],
])("%i at a sign-in is a refused sign-in", (status, response) => {
  expect(answered(status, response, "EAUTH")).toMatchObject({ kind: "refused", reason: "auth", temporary: false });
});

test.each([
  [435, "435 Unable to authenticate at present"],
  [421, "421 4.7.0 Temporary System Problem. Try again later"],
  [451, "451 4.7.0 Temporary server error. Please try again later"],
  [454, "454 4.7.0 Temporary authentication failure"],
])("%i at a sign-in says that the server is busy, and is tried again", (status, response) => {
  expect(answered(status, response, "EAUTH")).toMatchObject({ kind: "refused", reason: "network", temporary: true });
});

test("530 asks for a sign-in, or for TLS before one", () => {
  expect(answered(530, "530 5.7.0 Authentication required")).toMatchObject({ reason: "auth" });
  expect(answered(530, "530 5.7.0 Must issue a STARTTLS command first")).toMatchObject({ reason: "tls" });
});
