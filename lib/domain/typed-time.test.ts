import { expect, test } from "vitest";
import { readTypedTime } from "./typed-time";

test.each([
  ["9", "09:00"],
  ["09:30", "09:30"],
  ["9:30", "09:30"],
  ["930", "09:30"],
  ["1745", "17:45"],
  ["14.30", "14:30"],
  ["14h30", "14:30"],
  ["9am", "09:00"],
  ["9 AM", "09:00"],
  ["9:30 p.m.", "21:30"],
  ["12am", "00:00"],
  ["12 pm", "12:00"],
  ["9 Uhr", "09:00"],
  ["17 h", "17:00"],
  ["14:30 Uhr", "14:30"],
  ["0", "00:00"],
  ["noon", "12:00"],
  ["Mitternacht", "00:00"],
])("%s is %s", (text, expected) => expect(readTypedTime(text)).toBe(expected));

test.each(["", "24", "24:00", "9:60", "9:3", "13pm", "0am", "soon", "9-10", "99999"])("%s is no time", (text) =>
  expect(readTypedTime(text)).toBeNull(),
);
