import { expect, test } from "vitest";
import english from "@/messages/en/audit.json";
import { LEAD_FIELDS } from "@/lib/domain/lead-field";
import { ExportEventsInput } from "@/lib/services/audit/schemas";
import { SavePreferencesInput } from "@/lib/services/members/schemas";
import { toldFacts } from "./told-facts";

const AT = "2026-11-28T09:48:00.120Z";
const words = {
  time: (at: Date) => `at ${at.toISOString().slice(11, 16)}`,
  field: (name: string) => (name === "firstName" ? "first name" : name),
};
const told = (key: string, value: string) => toldFacts({ at: AT, facts: [{ key, value }] }, words);

test("the time of what took effect at once is not said again", () => {
  expect(told("to", "2026-11-28T09:48:00.041Z")).toEqual([]);
});

test("another time is said on the reader's clock", () => {
  expect(told("to", "2026-11-30T08:00:00.000Z")).toEqual([{ key: "to", value: "at 08:00" }]);
});

test("fields are named in words, each of several, and those without words as they are", () => {
  expect(told("fields", "firstName, custom:Budget")).toEqual([{ key: "fields", value: "first name, custom:Budget" }]);
});

test("every field that a person can change of a lead or of their own preferences has words", () => {
  const fields = [...LEAD_FIELDS, ...Object.keys(SavePreferencesInput.shape), ...Object.keys(ExportEventsInput.shape)];
  expect(fields.filter((name) => !(name in english.field))).toEqual([]);
});

test("everything else is said as it is", () => {
  expect(told("reason", "auth")).toEqual([{ key: "reason", value: "auth" }]);
});
