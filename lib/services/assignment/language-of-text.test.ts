import { expect, test } from "vitest";
import { languageOfText } from "./language-of-text";

test.each([
  ["en", "Thursday at ten works for me. Could you send an invite to my colleague too?"],
  ["de", "Danke, das klingt gut. Können wir am Dienstag sprechen?"],
  ["fr", "Merci, pouvez-vous m'envoyer les prix ? Cela nous intéresse."],
  ["es", "Gracias, me interesa mucho. ¿Cuánto cuesta al mes?"],
  ["da", "Nej tak, vi har ikke behov lige nu, men skriv gerne igen til foråret."],
  ["pl", "Dziękuję, proszę o przesłanie oferty na przyszły rok."],
])("%s is told by a line or two", (language, text) => expect(languageOfText(text)).toBe(language));

test("what is too short tells nothing, and addresses are no words", () => {
  expect(languageOfText("Ja, gerne.")).toBeNull();
  expect(languageOfText("https://example.com/the-whole-offer-in-english ana@very-long-name.lead.test")).toBeNull();
  expect(languageOfText("")).toBeNull();
});
