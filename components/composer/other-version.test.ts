import { afterEach, expect, test, vi } from "vitest";
import { otherVersion } from "./other-version";

afterEach(() => void vi.unstubAllGlobals());

const answerWith = (body: object | null) =>
  vi.stubGlobal("fetch", () => (body ? Promise.resolve(Response.json(body)) : Promise.reject(new Error("away"))));

test("another window's version comes with the id under which it is sent or thrown away", async () => {
  const draft = { draftId: "theirs", content: { bodyHtml: "<p>Hi</p>" }, savedAt: "2026-11-18T09:50:00.000Z" };
  answerWith({ thread: {}, draft });
  expect(await otherVersion(7)).toEqual({ other: draft });
});

test("one that is gone is told from one that could not be read", async () => {
  answerWith({ thread: {}, draft: null });
  expect(await otherVersion(7)).toEqual({ other: null, isGone: true });
  answerWith(null);
  expect(await otherVersion(7)).toEqual({ other: null });
});
