import { expect, test } from "vitest";
import { SaveMailboxSettingsInput } from "@/lib/services/mailboxes/schemas";
import { readMailboxSettings } from "./mailbox-settings-values";

function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) form.append(name, each);
  return form;
}
const FILLED = {
  displayName: "Sam",
  signatureHtml: "<p>Sam</p>",
  colour: "3",
  timeZone: "Europe/Lisbon",
  window: "within",
  windowDays: ["1", "2", "5"],
  windowStart: "09:00",
  windowEnd: "17:30",
  dailyCap: "40",
  gapMinutes: "1,5",
  sentFolder: " ",
  sentCopies: "auto",
  headers: "X-Warmup\n\n X-Other ",
  tags: "",
  senders: "warm.test",
};
const parsed = (values: Record<string, string | string[]>) =>
  SaveMailboxSettingsInput.safeParse({
    ...readMailboxSettings(formOf({ ...FILLED, ...values })),
    mailboxId: "0199d2f0-6a9b-7c3e-8d0c-0123456789ab",
    followsSeen: true,
    readsJunk: true,
  });

test("what is filled in becomes what the verb takes", () => {
  expect(parsed({}).data).toMatchObject({
    colour: 3,
    window: { days: [1, 2, 5], start: "09:00", end: "17:30" },
    dailyCap: 40,
    minimumGapMinutes: 1.5,
    sentFolder: null,
    warmUp: { headers: ["X-Warmup", "X-Other"], tags: [], senders: ["warm.test"] },
  });
});

test("an empty cap and gap bind nothing, and a window that is not wanted is none", () => {
  expect(parsed({ dailyCap: "", gapMinutes: "", window: "always", windowEnd: "" }).data).toMatchObject({
    window: null,
    dailyCap: null,
    minimumGapMinutes: 0,
  });
});

test("a cap below nothing is a number, and too small", () => {
  expect(parsed({ dailyCap: "-5" }).error?.issues[0]).toMatchObject({ code: "too_small", minimum: 1 });
});

test("the longest pause between two is said in minutes, as it is written", () => {
  expect(parsed({ gapMinutes: "1440" }).data).toMatchObject({ minimumGapMinutes: 1_440 });
  expect(parsed({ gapMinutes: "2000" }).error?.issues[0]).toMatchObject({ code: "too_big", maximum: 1_440 });
});

test.each([
  [{ windowStart: "18:00" }, "window.end"],
  [{ windowStart: "05:7" }, "window.start"],
  [{ windowDays: [] }, "window.days"],
  [{ dailyCap: "many" }, "dailyCap"],
  [{ dailyCap: "0" }, "dailyCap"],
  [{ gapMinutes: "-1" }, "minimumGapMinutes"],
  [{ colour: "9" }, "colour"],
  [{ timeZone: "Moon/Sea" }, "timeZone"],
  [{ headers: "no header name" }, "warmUp.headers.0"],
])("%j is wrong at %s", (values, path) => {
  expect(
    parsed(values as Record<string, string | string[]>).error?.issues.map((issue) => issue.path.join(".")),
  ).toEqual([path]);
});
