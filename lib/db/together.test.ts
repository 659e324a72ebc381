import { expect, test } from "vitest";
import { together } from "./together";

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test("answers stand in the order of what was asked", async () => {
  expect(
    await together(
      after(5).then(() => "first"),
      false,
      "last",
    ),
  ).toEqual(["first", false, "last"]);
});

test("of several refusals the first in order is told, and not before all have ended", async () => {
  const ended: string[] = [];
  const asked = async (name: string, ms: number) => {
    await after(ms);
    ended.push(name);
    throw new Error(name);
  };
  await expect(
    together(
      asked("first", 15),
      asked("second", 1),
      after(25).then(() => ended.push("third")),
    ),
  ).rejects.toThrow("first");
  expect(ended).toEqual(["second", "first", "third"]);
});
