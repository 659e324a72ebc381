import { expect, test } from "vitest";
import { mentionedIn, nameBeforeCaret, notePieces, withMarkers, withNames } from "./note";

const RUTH = { id: "019a0000-0000-7000-8000-000000000001", name: "Ruth" };
const RUTH_BERG = { id: "019a0000-0000-7000-8000-000000000002", name: "Ruth Berg" };
const people = [RUTH, RUTH_BERG];

test("a name behind an @ becomes a marker, the longest that fits, and an address stays one", () => {
  const text = withMarkers("@Ruth Berg and @ruth, not ruth@Ruth or @Ruthless", people);

  expect(text).toBe(`@[${RUTH_BERG.id}] and @[${RUTH.id}], not ruth@Ruth or @Ruthless`);
  expect(mentionedIn(text)).toEqual([RUTH_BERG.id, RUTH.id]);
});

test("a name with signs of its own is taken as it stands", () => {
  const anne = { id: RUTH.id, name: "Anne (Ops)" };

  expect(withMarkers("@Anne (Ops): look", [anne])).toBe(`@[${RUTH.id}]: look`);
});

test("a marker is read as the name that its member has today", () => {
  const text = withMarkers("Ask @Ruth Berg.", people);

  expect(withNames(text, [{ ...RUTH_BERG, name: "Ruth Holm" }])).toBe("Ask @Ruth Holm.");
  expect(withNames(text, [])).toBe("Ask @.");
  expect(notePieces(text)).toEqual([{ text: "Ask " }, { memberId: RUTH_BERG.id }, { text: "." }]);
});

test("what is typed behind an @ asks for a name, in the middle of a word nothing does", () => {
  expect(nameBeforeCaret("Hello @Ru", 9)).toEqual({ from: 6, typed: "Ru" });
  expect(nameBeforeCaret("@Ruth Be", 8)).toEqual({ from: 0, typed: "Ruth Be" });
  expect(nameBeforeCaret("@", 1)).toEqual({ from: 0, typed: "" });
  expect(nameBeforeCaret("ruth@le", 7)).toBeNull();
  expect(nameBeforeCaret("@Ruth\nBe", 8)).toBeNull();
});
