import type { Pack } from "./pack";

export const nl: Pack = {
  code: "nl",
  locale: "nl-NL",
  direction: "ltr",
  replyPrefix: "RE: ",
  subjects: [
    "Wat {machine} op zondag kost",
    "{company}: stroom per machine",
    "Vraag over {city}",
    "{kw} kW voor niemand",
    "Meten zonder stilstand",
    "De maandaglijst",
    "Perslucht om drie uur 's nachts",
  ],
  machines: [
    "de compressor",
    "de koelmachine",
    "de tweede oven",
    "de flessenwasser",
    "de extruder",
    "de vacuümpomp",
    "de spuitlijn",
    "de pers in hal 2",
    "de luchtdroger",
    "de zaaglijn",
  ],
  days: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"],
  hello: ["Hallo {first},", "Dag {first},", "Goedemorgen {first},"],
  helloBack: ["Hallo {me},", "Dag {me},", "Beste {me},", ""],
  bye: ["Groet,\n{me}", "Met vriendelijke groet,\n{mine}", "Hartelijke groet,\n{me}"],
  byeBack: ["Groet,\n{first}", "Met vriendelijke groet,\n{name}\n{title}\n{company}", "Mvg {name}", "{first}"],
  attribution: "Op {date} schreef {author}:",
  sentFromPhone: "Verzonden vanaf mijn telefoon",
  cold: [
    `[Een getal uit {refCity} dat me is bijgebleven:|Dit maten we vorige maand in {refCity}:] {machine} trok {kw} kW, [de hele nacht|elk weekend], [terwijl er niets werd gemaakt|met de deuren dicht]. [Niemand wist het,|Dat was al drie jaar zo,] want de hoofdmeter kent maar één getal.¶Wattlark maakt meetklemmen die in een minuut om een kabel zitten. [Zonder uitschakelen, zonder iets in jullie netwerk.|Geen stilstand, eigen mobiele verbinding.] Daarna weet je per machine wat een uur kost, [draaiend en stationair|werkend en wachtend].¶[Zal ik een voorbeeld sturen?|Past {day} om {time} voor een kwartier?|Is dit bij {company} iets voor jou?]`,
    `[Weet je wat de fabriek in {city} op zondag verbruikt?|Korte vraag: wat gebruikt {machine} op zondag?] [De meesten schatten te laag.|Bij {refCompany} was het {eur}.]¶[De meters zitten er in een ochtend op|In een ochtend zitten de meters erop] en maandag ligt er een lijst, [duurste eerst|in euro's]. [Meestal kan {pct} % gewoon uit.|]¶[Wil je er een zien, zonder namen?|Zal ik er een sturen?]`,
  ],
  nudges: [
    `[Nog één keer dan,|Een aanvulling,] {first}: [{day} zijn we bij {refCompany} in {refCity}|volgende week zijn we in {refCity}] en kunnen een koffer met meters in {city} laten. [Zes weken, {trial}, verrekend als je doorgaat.|]`,
    `[Dit is mijn laatste bericht.|Ik houd erover op.] [Is het iets voor een collega, dan is een naam genoeg.|Een kort nee is ook prima.]`,
  ],
  theirs: {
    interested: [
      `[Komt goed uit.|Grappig, we hadden het er net over.] {machine} [staat al een tijd op de lijst|vreet stroom], maar [er zijn geen cijfers|niemand heeft gemeten]. [Hoe gaat zo'n proef?|Wat heb je van ons nodig?]`,
      `[Stuur die lijst maar.|Ja, laat maar zien.] [We hebben {sites} hallen en twee ploegen.|De rekening ging {pct} % omhoog en niemand weet waarom.]`,
    ],
    meeting: [
      `[Prima,|Goed,] {day} om {time}. [Nodig {colleague} ook uit.|Stuur even een uitnodiging.]`,
      `[Kom langs in {city},|Liever op locatie,] {day2} [in de ochtend|om {time2}]. Veiligheidsschoenen mee.`,
    ],
    info: [
      `@price [Wat kost het voor {kw} punten?|Kun je een prijs maken voor {kw} punten?] [Huur of koop?|Hoe lang zit je eraan vast?] [Waar staat de data?|]`,
      `@erp [Koppelt het met {erp}?|Wij draaien {erp}, is er een koppeling?] [Een bestand per nacht is genoeg.|En de nauwkeurigheid?]`,
    ],
    not: [
      `[Bedankt, geen interesse.|Nee, dank je.] [We hebben al een leverancier.|Dit jaar geen budget.]`,
      `Niet nu. [De vestiging in {city} verhuist.|De stroom zit in de huur.]`,
    ],
    dnc: [
      `[Haal me van de lijst.|Graag mijn gegevens verwijderen.] [Hier heb ik niet om gevraagd.|Graag een bevestiging.]`,
    ],
    wrong: [`[Daar ga ik niet over.|Bij mij ben je verkeerd.] Probeer {colleague}: {colleagueAddress}.`],
    none: [
      `[Doorgestuurd naar de technische dienst.|Ontvangen, ik stuur het door.]`,
      `Uw aanvraag heeft nummer {kwh}.`,
    ],
  },
  ours: {
    interested: [
      `[Dank voor je antwoord.|Mooi.] [Het gaat zo:|Simpel:] twaalf meters, zes weken, {trial}, verrekend als je doorgaat. [Alleen iemand met de kastsleutel, één ochtend.|]¶Kiezen we {day} om {time} de machines?`,
    ],
    meeting: [
      `[Staat genoteerd:|Graag:] {day} om {time}. [De uitnodiging komt eraan.|Ik laat een draaiende hal zien, geen plaatjes.]`,
    ],
    info: [
      `?price [Kort:|Op volgorde:] 19 euro per punt per maand, alles erin, [min {pct} % bij {kw} punten|zonder opstartkosten]. De data staat in Frankfurt en [jullie netwerk blijft dicht|de gateway heeft een eigen simkaart]. [Het blad voor IT zit erbij.|Nauwkeurigheid 1 % vanaf 5 A.]`,
      `?erp [{erp} haalt elke nacht een bestand op|Met {erp} gaat het via een nachtelijk bestand], [een regel per machine|het sjabloon ligt klaar]. [Nauwkeurigheid 1 % vanaf 5 A.|Er is ook een open koppeling.]`,
    ],
    not: [`[Helder, dank je.|Dank voor het duidelijke antwoord.] [Ik laat het hierbij.|Succes in {city}.]`],
    wrong: [`[Dank voor de naam.|Dank, {first}.] Ik schrijf {colleague} [vandaag nog|en noem jou].`],
  },
  next: {
    agree: [`[Akkoord,|Past,] {day} om {time}. [Graag een offerte op naam van {company}.|Ik leg het schema klaar.]`],
    question: [
      `@signal [Nog iets:|Dank. En] wat als er geen bereik is? [De oude hal heeft dikke muren.|]`,
      `@people [De ondernemingsraad gaat vragen wie dit ziet.|Wie kan deze curves eigenlijk zien?]`,
    ],
    internal: [`[Ik bespreek het met {colleague}|Ik neem het {day} mee] en laat het weten.`],
    thanks: [`[Ontvangen, dank.|Top, bedankt.] [Tot {day}.|]`],
    later: [`[We moeten schuiven,|Het lukt niet,] {machine} ligt stil. Kan {day} om {time}?`],
    colleague: [
      `[{boss} vroeg of ik dit oppak.|Ik antwoord voor {boss}.] [Onze kasten zijn van 1987.|We hebben {kw} groepen, de helft verkeerd gelabeld.] Hoeveel ruimte moet er tussen de fasen zitten?`,
    ],
  },
  onward: {
    agree: [`[Genoteerd.|Mooi.] De offerte [komt binnen een uur|zit erbij].`],
    question: [
      `?signal [Goede vraag.|Die krijgen we vaker.] De gateway mag tachtig meter verderop staan, de meters onthouden veertien dagen.`,
      `?people [Goede vraag.|Die krijgen we vaker.] Er is een instelling die niets fijners dan een uur laat zien.`,
    ],
    internal: [`[Geen haast.|Dank dat je het meeneemt.] Ik wacht rustig af.`],
    later: [`[Natuurlijk,|Geen probleem,] {day} om {time}.`],
    colleague: [`[Fijn dat je meekijkt, {first}.|Dank, {first}.] Veertien millimeter voor de klem, acht voor de lus.`],
  },
  outOfOffice: ["Ik ben afwezig tot {until}. Bij spoed kun je terecht bij {colleague} ({colleagueAddress})."],
  outOfOfficeSubject: "Automatisch antwoord: {subject}",
};
