import { expect, test } from "vitest";
import { LANGUAGES } from "./languages";
import { wordCategoryOf } from "./word-category";

const kindOf = (text: string) => wordCategoryOf(text)?.kind ?? null;

test.each([
  ["dnc", "Please remove me from your mailing list."],
  ["dnc", "Hi Sam,\n\nUnsubscribe\n\nBest,\nAna"],
  ["dnc", "Stop emailing me."],
  ["dnc", "Do not contact me again, or I will report you as spam."],
  ["dnc", "This is the third mail. Stop writing to anybody at Berg, please."],
  ["dnc", "I'd like to be removed from this campaign"],
  ["wrong", "Hi, I'm not the right person for this. Please try our head of operations."],
  ["wrong", "Ana no longer works here."],
  ["wrong", "You have the wrong person, I am in HR."],
  ["wrong", "I left the company in May."],
  ["not", "Not interested."],
  ["not", "No thanks."],
  ["not", "Hi Sam, thanks for reaching out, but we're not interested at this time."],
  ["not", "We already have a supplier for that and are happy with them."],
  ["not", "There's no budget for this in 2027. All the best."],
  ["not", "We'll pass, thank you."],
  ["meeting", "Let's schedule a call. Does Tuesday at 10 work for you?"],
  ["meeting", "Could you send me a calendar invite for next week?"],
  ["meeting", "I'm available on Thursday afternoon."],
  ["meeting", "Interested. How about a quick call tomorrow?"],
  ["info", "How much does it cost per seat?"],
  ["info", "Can you send me more information about the integration?"],
  ["info", "Could you share a case study or two?"],
  ["info", "Does it integrate with our ERP?"],
  ["info", "How do you handle unsubscribe requests in your tool?"],
  ["interested", "This sounds interesting. I'd love to learn more."],
  ["interested", "Yes, we would be interested."],
  ["interested", "Good timing! How do we get started?"],
])("English, %s: %j", (kind, text) => {
  expect(kindOf(text)).toBe(kind);
});

test.each([
  ["dnc", "Bitte streichen Sie mich aus Ihrem Verteiler."],
  ["wrong", "Frau Berg arbeitet nicht mehr bei uns."],
  ["not", "Vielen Dank, aber wir haben keinen Bedarf."],
  ["meeting", "Gerne können wir nächste Woche telefonieren."],
  ["info", "Könnten Sie mir bitte weitere Informationen zusenden?"],
  ["interested", "Das klingt sehr interessant."],
  ["dnc", "Merci de me retirer de votre liste de diffusion."],
  ["wrong", "Je ne suis pas la bonne personne, contactez plutôt notre directeur."],
  ["not", "Merci, mais nous ne sommes pas intéressés."],
  ["meeting", "Pouvons-nous fixer un rendez-vous la semaine prochaine ?"],
  ["info", "Quel est le prix de votre offre ?"],
  ["interested", "Votre proposition m'intéresse."],
  ["dnc", "Por favor, elimíneme de su lista de correo."],
  ["wrong", "No soy la persona adecuada para este tema."],
  ["not", "Gracias, pero no nos interesa."],
  ["meeting", "¿Podemos agendar una llamada para el martes?"],
  ["info", "¿Cuánto cuesta el servicio al mes?"],
  ["interested", "Nos gustaría saber más, estamos interesados."],
  ["dnc", "Vi prego di cancellarmi dalla vostra lista."],
  ["wrong", "Non sono la persona giusta, si rivolga all'ufficio acquisti."],
  ["not", "Grazie, ma non siamo interessati."],
  ["meeting", "Possiamo fissare una call per giovedì?"],
  ["info", "Quanto costa la licenza?"],
  ["interested", "La cosa ci interessa molto."],
  ["dnc", "Graag mijn e-mailadres verwijderen uit uw lijst."],
  ["wrong", "Ik ben niet de juiste persoon hiervoor."],
  ["not", "Bedankt, maar wij hebben geen interesse."],
  ["meeting", "Kunnen we volgende week een afspraak plannen?"],
  ["info", "Wat kost het per maand?"],
  ["interested", "Dat klinkt interessant, wij zijn zeker geïnteresseerd."],
  ["dnc", "Por favor, remova-me da sua lista."],
  ["wrong", "Não sou a pessoa responsável por este assunto."],
  ["not", "Obrigado, mas não temos interesse."],
  ["meeting", "Podemos marcar uma reunião na próxima semana?"],
  ["info", "Quanto custa a versão completa?"],
  ["interested", "Parece-me muito interessante."],
  ["dnc", "Ta bort mig från er lista, tack."],
  ["wrong", "Jag är inte rätt person för detta."],
  ["not", "Tack, men vi är inte intresserade."],
  ["meeting", "Kan vi boka ett möte på torsdag?"],
  ["info", "Vad kostar det per månad?"],
  ["interested", "Det låter intressant."],
  ["dnc", "Fjern mig fra jeres liste, tak."],
  ["not", "Vi er ikke interesseret, men tak for henvendelsen."],
  ["not", "Nei takk, vi har ikke behov for dette."],
  ["meeting", "Kan vi tage et møde i næste uge?"],
  ["interested", "Det høres interessant ut."],
  ["dnc", "Proszę o usunięcie mojego adresu z bazy."],
  ["wrong", "Nie jestem właściwą osobą w tej sprawie."],
  ["not", "Dziękuję, ale nie jesteśmy zainteresowani."],
  ["meeting", "Możemy porozmawiać w czwartek?"],
  ["info", "Ile to kosztuje?"],
  ["interested", "Jesteśmy zainteresowani, brzmi ciekawie."],
])("another language, %s: %j", (kind, text) => {
  expect(kindOf(text)).toBe(kind);
});

test("what is refused is told from what is wanted behind it", () => {
  expect(kindOf("I'm not interested in the large plan, but how much is the small one?")).toBe("info");
  expect(kindOf("No thanks, but good luck with it.")).toBe("not");
  expect(kindOf("Danke, kein Interesse an der Miete, aber was kostet der Kauf?")).toBe("info");
});

test.each([
  "Not sure we'd be interested.",
  "I'm not saying that I am interested.",
  "If we are interested I will come back to you.",
  "I can't talk this week.",
  "To unsubscribe from this newsletter click here.",
  "If you wish to be removed from our list, answer this mail.",
  "Thanks, received.",
  "I forwarded it to Ben.",
  "Let me ask my team first.",
  "Who is this?",
  "Ich leite das weiter.",
  "Bien reçu, merci.",
  "",
])("what is not for certain has no category: %j", (text) => {
  expect(kindOf(text)).toBeNull();
});

test("the words that told it are kept", () => {
  expect(wordCategoryOf("Hello,\nplease remove me from the list!")).toEqual({
    kind: "dnc",
    words: "remove me from the list",
    isClear: true,
  });
});

test.each([
  "Das sieht für uns sehr interessant aus",
  "Wir tauschen uns gerne dazu aus",
  "Ich kenne mich da nicht aus",
  "Bitte tragen Sie uns für Dienstag ein",
  "Nehmen Sie mich gerne in cc",
  "Gmail marked this as spam, sorry – interested!",
  "Where is data stored under GDPR?",
  "we had to stop sending parts last week",
  "don't email me, call me on 555",
  "Do you delete our data from the cloud when the contract ends?",
  "delete our data from the cloud when the contract ends?",
  "this would take us from 10 to 20 users",
  "Please do not remove me from your list.",
  "No more messages were lost since then.",
  "I never email anyone again without a CRM.",
  "Our customers want to unsubscribe from everything these days.",
  "Pourquoi ne pas nous envoyer un devis ?",
  "supprimer ces doublons ?",
  "aún no me envían el precio",
  "eliminar datos duplicados",
  "lgpd",
  "Haal ons even bij als u van de trein komt",
  "Skriv ikke under på noget endnu",
  "Ta oss gjerne med av hensyn til fremdriften",
  "Jeśli usuniemy dane z bazy testowej, zobaczymy więcej",
  "Mi può togliere un dubbio?",
  "Retiro-me agora e respondo amanhã",
])("no wish not to be written to: %j", (text) => {
  expect(kindOf(text)).not.toBe("dnc");
});

test.each([
  "Not interested. Unsubscribe.",
  "We are not interested please take us off your list",
  "Unsubscribe me!",
  "Please stop emailing me.",
  "Do not contact me again.",
  "Bitte abmelden.",
  "Bitte aus dem Verteiler nehmen.",
  "Bitte tragen Sie mich aus Ihrem Verteiler aus.",
  "Bitte nehmen Sie mich aus Ihrem Verteiler.",
  "Merci de me désinscrire.",
  "Merci de ne plus me contacter.",
  "Solicito darme de baja de sus envíos.",
  "Cancellatemi dalla vostra mailing list.",
  "Graag mijn adres verwijderen uit uw lijst.",
  "Por favor, remova-me da sua lista.",
  "Ta bort mig från er lista.",
  "Fjern mig fra jeres liste.",
  "Proszę o wypisanie mnie z listy.",
])("a clear order not to be written to: %j", (text) => {
  expect(wordCategoryOf(text)).toMatchObject({ kind: "dnc", isClear: true });
});

test.each([
  "Could you please remove me from your mailing list?",
  "Please remove me from your list, but write to my colleague.",
  "Remove me from your list if the offer is over.",
  "You can take us off your list of churn risks.",
  "Wir nehmen uns aus dem Newsletter immer Ideen",
  "Remove us from your list of prospects, we signed yesterday!",
  "Fjern mig fra listen over gæster.",
  "Ik haal mijn adres uit de lijst van klanten",
  "Please stop emailing me at this address and use ana@lead.test",
  "I will report you as spam.",
  "Please delete my data.",
])("a wish that people have to weigh: %j", (text) => {
  expect(wordCategoryOf(text)).toMatchObject({ kind: "dnc", isClear: false });
});

test("no words are found where there are none: matches of nothing would have no end", () => {
  for (const { kinds, clear, but } of LANGUAGES)
    for (const pattern of [...Object.values(kinds), clear, but]) {
      expect(pattern.flags).toBe("gu");
      for (const text of ["", " ", "\n\n", "- ", ". ,", "\u{1F600}", "?!"])
        expect([...text.matchAll(pattern)]).toEqual([]);
    }
});
