import { expect, test } from "vitest";
import { faultyField } from "./faulty-field";

test.each([
  ["auth", "Invalid credentials", "imapPassword"],
  ["sending", "535 refused", "smtpPassword"],
  ["name", "unresolvable", "imapHost"],
  ["network", "timeout", "imapHost"],
  ["network", "port_closed", "imapPort"],
  ["network", "no_greeting", "imapSecurity"],
  ["tls", "no_starttls", "imapSecurity"],
  ["tls", "certificate_expired", "imapHost"],
  [null, null, "imapPassword"],
])("a failure of %s, %s is looked for at %s", (stateReason, stateDetail, field) => {
  expect(faultyField({ stateReason, stateDetail })).toBe(field);
});
