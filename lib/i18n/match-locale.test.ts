import { expect, test } from "vitest";
import { languageOf } from "@/lib/domain/locale";
import { matchLocale } from "./match-locale";

test("what a member has chosen counts, whatever the browser says", () => {
  expect(matchLocale("de", "en-US,en;q=0.9")).toBe("de");
  expect(matchLocale("en", "de")).toBe("en");
});

test.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["DE-ch", "de"],
  ["en-US,en;q=0.9,de;q=0.8", "en"],
  ["en;q=0.4, de;q=0.6", "de"],
  ["fr-FR,fr;q=0.9,de;q=0.5,en;q=0.3", "de"],
  ["tr,ja;q=0.5", "en"],
  ["en;q=0,de;q=0.1", "de"],
  ["*", "en"],
  ["", "en"],
  [";;q=,,=;de de", "en"],
  [null, "en"],
])("a browser that asks for %s is given %s", (accepted, locale) => expect(matchLocale(null, accepted)).toBe(locale));

test("a tag's language is known by its first part, and English is in the place of all others", () => {
  expect(["de-DE", "de", "en-GB", "den", "fr-FR", ""].map(languageOf)).toEqual(["de", "de", "en", "en", "en", "en"]);
});
