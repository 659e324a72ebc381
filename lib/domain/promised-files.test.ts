import { expect, test } from "vitest";
import { promisedFile } from "./promised-files";

test.each([
  "The offer is attached.",
  "Please find attached our plan",
  "I've attached the sheet",
  "See the attachment for the loads",
  "Enclosed is the drawing.",
  "I am attaching the bill",
  "Attaching the deck here",
  "PFA the proposal",
  "We have enclosed the drawing",
  "Anbei das Angebot.",
  "Die Zahlen stehen im beigefügten Blatt",
  "Zum Ablauf siehe Anhang.",
  "Im Anhang finden Sie den Plan",
  "Das Angebot ist beigefügt",
  "Gern hänge ich Ihnen die Zahlen an.",
  "Vous trouverez ci-joint le devis",
  "Le plan est en pièce jointe",
  "Je vous joins le devis",
  "Adjunto la oferta",
  "In allegato trova il piano",
  "Segue em anexo a proposta",
  "In de bijlage vindt u de offerte",
  "W załączeniu przesyłam ofertę",
  "Bifogar offerten här",
  "Vedhæftet er planen",
  "Teklif ektedir, dosya ekte",
  "Договор во вложении",
])("%s: a file is promised", (text) => {
  expect(promisedFile(text)).not.toBeNull();
});

test.each([
  "The unattached pump stays.",
  "No strings attached to it",
  "We are detached from the grid",
  "Das hängt an der Pumpe.",
  "It is unenclosed.",
  "Someone is attacking the price",
  "Die Pumpe hat keinen Anhang.",
  "Thanks, that helps.",
  "",
])("%s: nothing is promised", (text) => {
  expect(promisedFile(text)).toBeNull();
});

test("the word is given as it was written", () => {
  expect(promisedFile("Hello,\nthe plan is\nAttached.")).toBe("Attached");
});
