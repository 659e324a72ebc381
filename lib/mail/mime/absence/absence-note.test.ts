import { expect, test } from "vitest";
import { absenceNoteIn, mayBeAwayIn } from "./absence-note";

test.each([
  "I am out of office until 30 November.",
  "Hello,\n\nThank you for your email. I am currently out of the office with limited access to my email. In urgent cases please contact ben@lead.test.\n\nKind regards\nAna Berg",
  "Hi, I'm on annual leave until Monday and will reply when I return.",
  "Our office is closed until 4 January. Thank you for your message.",
  "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin bis einschließlich 5. Dezember nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.\n\nMit freundlichen Grüßen\nAna Berg",
  "Bonjour,\n\nMerci pour votre message. Je suis actuellement en congés jusqu'au 4 décembre. En cas d'urgence, contactez mon collègue.",
  "Gracias por su mensaje. Estoy fuera de la oficina hasta el 4 de diciembre. Si es urgente, contacte con mi compañera.",
  "Grazie per il tuo messaggio. Sono in ferie fino al 4 dicembre e risponderò al mio rientro.",
  "Bedankt voor uw bericht. Ik ben t/m vrijdag afwezig. Bij spoed kunt u contact opnemen met mijn collega.",
  "Obrigado pela sua mensagem. Estou de férias até 4 de dezembro. Em caso de urgência, contacte a minha colega.",
  "Tack för ditt mejl. Jag är på semester till och med den 4 december. Vid brådskande ärenden, kontakta min kollega.",
  "Tak for din mail. Jeg er på ferie og er tilbage den 7. december.",
  "Takk for din henvendelse. Jeg er bortreist til 7. desember. Haster det, kontakt min kollega.",
  "Dziękuję za wiadomość. Jestem na urlopie do 4 grudnia. W pilnych sprawach proszę o kontakt z biurem.",
  "Kiitos viestistäsi. Olen lomalla 4.12. asti. Kiireellisissä asioissa ota yhteyttä kollegaani.",
  "Děkuji za zprávu. Jsem na dovolené a vrátím se 7. prosince.",
  "Спасибо за ваше письмо. Я в отпуске до 4 декабря. По срочным вопросам обращайтесь к коллеге.",
  "メールをいただきありがとうございます。12月4日まで不在にしております。お急ぎの方は代表までご連絡ください。",
  "感谢您的来信。我正在休假，12月7日返回。如有紧急事宜，请联系我的同事。",
])("a note without a machine's headers is known by its words: %j", (text) => {
  expect(absenceNoteIn(text)).not.toBeNull();
});

test.each([
  "I'm on vacation this week but please send me the details, I'll read them Monday.",
  "Bin bis Freitag im Urlaub, melden Sie sich bitte danach nochmal.",
  "I am on vacation until Monday.",
  "I'm on leave until Monday. Thanks for your email, I'll read it then.",
  "I'm out of the office today so call me on my mobile",
  "Thank you for your email. I am on leave until Monday, please send me the price list.",
  "Thanks for your message! I am on holiday until Monday but had a look at the page this morning.",
  "Vielen Dank für Ihre Nachricht. Ich bin bis Freitag im Urlaub, schicken Sie mir bitte die Unterlagen.",
  "Vielen Dank für Ihre Nachricht. Ich bin bis 30. November im Urlaub, lese es aber danach gerne.",
  "Merci pour votre message. Je suis en congés, mais envoyez-moi la documentation.",
  "Gracias por su mensaje. Estoy de vacaciones, pero lo leo el lunes.",
  "Grazie per il messaggio. Sono in ferie ma la settimana prossima lo leggo.",
  "Bedankt voor uw bericht. Ik ben met vakantie, maar stuur het gerust op.",
  "Tack för ditt mejl. Jag är på semester men läser det på måndag.",
  "Dziękuję za wiadomość. Jestem na urlopie, ale przeczytam w poniedziałek.",
  "I'm on holiday next week, but this looks interesting. Can we talk on the 7th?",
  "I am out of the office until Tuesday. Please send the offer to Ben in the meantime, he will check the figures.",
  "Let's talk after my vacation. I am away until Monday.",
  "We were on vacation in Italy and only saw your mail today.",
  "Ich bin nächste Woche im Urlaub. Können wir danach telefonieren?",
  "Ben ist im Urlaub, ich antworte für ihn. Was kostet das?",
  "Je suis en congés la semaine prochaine, pouvons-nous en parler le 7 ?",
  "Estoy de vacaciones, pero me interesa. Escríbame en diciembre y le paso los datos de la planta.",
  "Thank you for your message. In urgent cases we call the maker.",
  "Does it work with our out of office rules?",
  "",
])("somebody who mentions a holiday is a person: %j", (text) => {
  expect(absenceNoteIn(text)).toBeNull();
});

test("what is long was written for one reader", () => {
  const note = "I am out of office until 30 November. In urgent cases contact Ben.";
  expect(absenceNoteIn(note)).not.toBeNull();
  expect(absenceNoteIn(`${note} ${"We have looked at the figures of the second hall. ".repeat(40)}`)).toBeNull();
});

test('who goes on with a machine\'s words behind a "but" is none the less a machine', () => {
  const note = "I am on leave until Monday, but will reply when I return. In urgent cases please call Ben.";
  expect(absenceNoteIn(note)).not.toBeNull();
});

test("a person may be away without a machine that says so", () => {
  expect(mayBeAwayIn("Bin bis Freitag im Urlaub.")).toBe("Bin bis Freitag im Urlaub");
  expect(mayBeAwayIn("I'm on holiday, but this sounds good.")).toBeNull();
  expect(mayBeAwayIn("We were on vacation in Italy.")).toBeNull();
});
