import type { Pack } from "./pack";

export const sv: Pack = {
  code: "sv",
  locale: "sv-SE",
  direction: "ltr",
  replyPrefix: "SV: ",
  subjects: [
    "Vad {machine} kostar på en söndag",
    "{company}: el per maskin",
    "Fråga om {city}",
    "{kw} kW åt ingen",
    "Mäta utan stopp",
    "Måndagslistan",
  ],
  machines: [
    "kompressorn",
    "kylmaskinen",
    "den andra ugnen",
    "extrudern",
    "vakuumpumpen",
    "såglinjen",
    "virkestorken",
    "pressen i hall 2",
    "lufttorken",
    "spånsugen",
  ],
  days: ["måndag", "tisdag", "onsdag", "torsdag", "fredag"],
  hello: ["Hej {first},", "Hej {first}!", "God morgon {first},"],
  helloBack: ["Hej {me},", "Hej!", "Hejsan,", ""],
  bye: ["Hälsningar\n{me}", "Vänliga hälsningar\n{mine}", "Allt gott\n{me}"],
  byeBack: ["Mvh {first}", "Hälsningar\n{name}", "Med vänlig hälsning\n{name}\n{title}\n{company}", "/{first}"],
  attribution: "Den {date} skrev {author}:",
  sentFromPhone: "Skickat från telefonen",
  cold: [
    `[En siffra från {refCity} som jag inte blir av med:|Det här mätte vi i {refCity} förra månaden:] {machine} drog {kw} kW [hela natten|varje helg] [utan att något tillverkades|med stängda dörrar]. [Ingen visste,|Så hade det varit i tre år,] för huvudmätaren visar bara en siffra.¶Wattlark gör mätklämmor som sitter runt en kabel på en minut. [Inget stopp, inget i ert nät.|Utan avbrott, med egen mobiluppkoppling.] Sedan vet ni vad varje maskin kostar i timmen, [i drift och på tomgång|när den går och när den väntar].¶[Ska jag skicka ett exempel?|Passar {day} klockan {time}?|Är det du som har frågan på {company}?]`,
    `[Vet du vad anläggningen i {city} drar på en söndag?|En kort fråga: vad drar {machine} på en söndag?] [De flesta gissar för lågt.|Hos {refCompany} var det {eur}.]¶[Mätarna sitter på en förmiddag|På en förmiddag är mätarna på plats] och på måndagen kommer en lista, [dyrast först|i kronor]. [Oftast går {pct} % att stänga av.|]¶[Vill du se en, utan namn?|Ska jag skicka en?]`,
  ],
  nudges: [
    `[Hör av mig en gång till,|Ett tillägg,] {first}: [på {day} är vi i {refCity}|nästa vecka är vi i {refCity}] och kan lämna tolv mätare i {city}. [Sex veckor, {trial}, som räknas av om ni fortsätter.|]`,
    `[Sista mejlet från mig.|Jag tjatar inte mer.] [Är det någon annans bord räcker ett namn.|Ett nej går också bra.]`,
  ],
  theirs: {
    interested: [
      `[Det kommer lägligt.|Vi pratade faktiskt om det i går.] {machine} [har vi misstänkt länge|drar för mycket], men [ingen har mätt|vi har inga siffror]. [Hur går ett försök till?|Vad behöver ni från oss?]`,
      `[Skicka listan.|Ja, gärna ett exempel.] [Vi har {sites} hallar.|Räkningen gick upp {pct} % och ingen vet varför.]`,
    ],
    meeting: [
      `[Det går bra,|Okej,] {day} {time}. [Bjud in {colleague} också.|Skicka en kallelse.]`,
      `[Kom hit till {city},|Hellre på plats,] {day2} [på förmiddagen|klockan {time2}]. Skyddsskor på.`,
    ],
    info: [
      `@price [Vad kostar det för {kw} punkter?|Kan du räkna på {kw} punkter?] [Hyra eller köp?|Hur lång bindning?] [Var ligger datan?|]`,
      `@erp [Går det mot {erp}?|Vi kör {erp}, finns koppling?] [En fil per natt räcker.|Och noggrannheten?]`,
    ],
    not: [
      `[Tack, men nej.|Inte intresserade.] [Vi har redan en leverantör.|Ingen budget i år.]`,
      `Inte nu. [Verket i {city} läggs ner.|Elen ingår i hyran.]`,
    ],
    dnc: [`[Ta bort mig från listan.|Radera mina uppgifter, tack.] [Jag har inte bett om det här.|]`],
    wrong: [`[Det är inte mitt område.|Fel person.] Prova {colleague}: {colleagueAddress}.`],
    none: [`[Skickat vidare till underhåll.|Mottaget, jag skickar vidare.]`, `Ert ärende har nummer {kwh}.`],
  },
  ours: {
    interested: [
      `[Tack för svaret.|Roligt.] [Så här går det till:|Enkelt:] tolv mätare, sex veckor, {trial}, avräknas om ni fortsätter. [Vi behöver någon med skåpnyckel en förmiddag.|]¶Väljer vi maskiner på {day} klockan {time}?`,
    ],
    meeting: [`[Noterat:|Gärna:] {day} {time}. [Kallelsen kommer strax.|Inga bilder, en riktig anläggning.]`],
    info: [
      `?price [Kort:|I tur och ordning:] 19 euro per punkt och månad, allt ingår, [minus {pct} % vid {kw} punkter|ingen startavgift]. Datan ligger i Frankfurt och [ert nät rörs inte|gatewayen har eget kort]. [Bladet till IT är bifogat.|Noggrannhet 1 % från 5 A.]`,
      `?erp [{erp} hämtar en fil varje natt|Mot {erp} går det med en fil per natt], [en rad per maskin|mallen finns]. [Noggrannhet 1 % från 5 A.|Det finns också ett öppet gränssnitt.]`,
    ],
    not: [`[Tack för rakt svar.|Förstått.] [Jag avslutar här.|Lycka till.]`],
    wrong: [`[Tack för namnet.|Tack {first}.] Jag skriver till {colleague} [i dag|och hälsar från dig].`],
  },
  next: {
    agree: [`[Det funkar,|Bra,] {day} {time}. [Skicka offert till {company}.|Jag tar fram schemat.]`],
    question: [
      `@signal [En sak till:|Tack. Och] hur går det utan täckning? [Gamla hallen har tjocka väggar.|]`,
      `@stop Och om vi slutar efter sex veckor?`,
    ],
    internal: [`[Jag tar det med {colleague}|Jag tar upp det på {day}] och återkommer.`],
    thanks: [`[Mottaget, tack.|Tack!] [Vi hörs {day}.|]`],
    later: [`[Vi måste flytta,|Det går inte,] {machine} står. Går {day} {time}?`],
    colleague: [
      `[{boss} bad mig ta det här.|Svarar åt {boss}.] [Skåpen är från 1987.|Vi har {kw} utgående, hälften felmärkta.] Hur mycket plats behövs mellan faserna?`,
    ],
  },
  onward: {
    agree: [`[Noterat.|Bra.] Offerten [kommer inom en timme|är bifogad].`],
    question: [
      `?signal [Bra fråga.|Den får vi ofta.] Gatewayen kan stå åttio meter bort och mätarna minns fjorton dagar.`,
      `?stop [Bra fråga.|Den får vi ofta.] Ni skickar tillbaka lådan, frakten står vi för.`,
    ],
    internal: [`[Ingen brådska.|Tack.] Jag väntar.`],
    later: [`[Självklart,|Inga problem,] {day} {time}.`],
    colleague: [`[Tack för hjälpen, {first}.|Tack, {first}.] Fjorton millimeter för klämman, åtta för slingan.`],
  },
  outOfOffice: [
    "Jag är ledig till och med {until}. Vid brådskande ärenden, kontakta {colleague} ({colleagueAddress}).",
  ],
  outOfOfficeSubject: "Autosvar: {subject}",
};
