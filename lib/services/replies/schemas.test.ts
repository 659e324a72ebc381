import { expect, test } from "vitest";
import { ComposerExtras, SendEmailThreadInput } from "./schemas";

test("a zone in which a time was chosen exists, since every screen that shows the time asks for it", () => {
  const { success } = ComposerExtras.safeParse({ draftId: crypto.randomUUID(), scheduledZone: "Asia/Kolkata" });
  const unknown = ComposerExtras.safeParse({ draftId: crypto.randomUUID(), scheduledZone: "Mars/Olympus" });

  expect(success).toBe(true);
  expect(unknown.error?.issues).toMatchObject([{ path: ["scheduledZone"], message: "not_a_zone" }]);
});

test("a time to send at is refused in words that name what is wrong with it", () => {
  const problems = (scheduledTime: string) =>
    SendEmailThreadInput.shape.scheduledTime.safeParse(scheduledTime).error?.issues.map(({ message }) => message);

  expect(problems("+275760-09-13T00:00:00Z")).toEqual(["year_out_of_range"]);
  expect(problems("2027-02-30T10:00:00Z")).toEqual(["not_a_time"]);
  expect(problems("2127-02-28T10:00:00Z")).toBeUndefined();
});

test("a time in any of ISO 8601's forms is one that every reader takes", () => {
  const read = (scheduledTime: string) => SendEmailThreadInput.shape.scheduledTime.parse(scheduledTime);

  expect(read("2127-02-28T12:00+02")).toBe("2127-02-28T10:00:00.000Z");
});
