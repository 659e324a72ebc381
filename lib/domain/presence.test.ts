import { expect, test } from "vitest";
import { namedPresence, presentThreads } from "./presence";

const jonas = { id: "j", name: "Jonas Weber", state: "viewing" as const };
const mia = { id: "m", name: "Mia Lund", state: "viewing" as const };

test("a member with several windows counts once, with the most that one of them does", () => {
  const heard = [
    { threadId: 1, ...jonas },
    { threadId: 1, ...jonas, state: "writing" as const },
    { threadId: 1, ...jonas },
    { threadId: 2, ...mia },
  ];

  expect(presentThreads(heard)).toEqual([
    { threadId: 1, members: [{ ...jonas, state: "writing" }] },
    { threadId: 2, members: [mia] },
  ]);
});

test("writing outranks viewing, whoever came first", () => {
  const [thread] = presentThreads([
    { threadId: 1, ...jonas },
    { threadId: 1, ...mia, state: "writing" },
  ]);

  expect(thread!.members.map(({ name }) => name)).toEqual(["Mia Lund", "Jonas Weber"]);
  expect(namedPresence(thread!.members)).toEqual({ name: "Mia", others: 0, state: "writing" });
});

test("of several who do the same one is named and the others are counted", () => {
  expect(namedPresence([jonas, mia])).toEqual({ name: "Jonas", others: 1, state: "viewing" });
  expect(namedPresence([])).toBeNull();
});
