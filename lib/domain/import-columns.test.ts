import { expect, test } from "vitest";
import { guessColumns } from "./import-columns";

test("columns of leads are known by their usual names, others are the lead's own, one without a name is left out", () => {
  expect(
    guessColumns("leads", ["E-Mail", "First Name", "last_name", "Firma", "Zeitzone", "LinkedIn URL", "Fleet", ""]),
  ).toEqual(["email", "firstName", "lastName", "company", "timeZone", "linkedin", "custom", null]);
});

test("a field is taken once, by the first column that bears its name", () => {
  expect(guessColumns("leads", ["email", "Work Email"])).toEqual(["email", "custom"]);
});

test("a name beside a first name is the last one, else it is the whole one", () => {
  expect(guessColumns("leads", ["Name", "Vorname", "E-Mail"])).toEqual(["lastName", "firstName", "email"]);
  expect(guessColumns("leads", ["Name", "First name", "Last name"])).toEqual(["fullName", "firstName", "lastName"]);
  expect(guessColumns("leads", ["Name", "Mail"])).toEqual(["fullName", "email"]);
});

test("columns of mailboxes as other programs export them", () => {
  const heads = [
    "from_name",
    "from_email",
    "user_name",
    "password",
    "smtp_host",
    "smtp_port",
    "imap_host",
    "max_email_per_day",
    "bcc",
  ];

  expect(guessColumns("mailboxes", heads)).toEqual([
    "displayName",
    "address",
    "user",
    "password",
    "smtpHost",
    "smtpPort",
    "imapHost",
    "dailyCap",
    null,
  ]);
});
