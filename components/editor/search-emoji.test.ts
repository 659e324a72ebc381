import { expect, test } from "vitest";
import { loadEmoji } from "./emoji-data";
import { searchEmoji } from "./search-emoji";

const found = async (typed: string, locale = "en") =>
  searchEmoji(await loadEmoji(locale), typed, 6).map(({ character }) => character);

test("a short name that chats know comes first", async () => {
  expect((await found("smile"))[0]).toBe("😄");
  expect((await found("+1"))[0]).toBe("👍️");
  expect((await found("tada"))[0]).toBe("🎉");
});

test("the beginning of a name or of a word that describes it is enough, in the reader's language", async () => {
  expect(await found("rocke")).toContain("🚀");
  expect(await found("rakete", "de")).toContain("🚀");
  expect(await found("zzzz")).toEqual([]);
});

test("parts that only make up others are none, and nothing typed gives the first ones", async () => {
  const all = await loadEmoji("en");

  expect(all.map(({ label }) => label).filter((label) => /^regional indicator|skin tone$/.test(label))).toEqual([]);
  expect(all.length).toBeGreaterThan(1500);
  expect(searchEmoji(all, " ", 2)).toEqual(all.slice(0, 2));
});
