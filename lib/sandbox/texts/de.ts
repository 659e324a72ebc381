import type { Pack } from "./pack";

export const de: Pack = {
  code: "de",
  locale: "de-DE",
  direction: "ltr",
  replyPrefix: "AW: ",
  subjects: [
    "Was {machine} am Sonntag kostet",
    "Grundlast bei {company}",
    "{company}: Strom je Maschine",
    "Messen ohne Abschalten",
    "Frage zu {city}",
    "{kw} kW für niemanden",
    "ISO 50001 ohne Zettelwirtschaft",
    "Druckluft in der Nacht",
    "Die Montagsliste",
  ],
  machines: [
    "der Kompressor",
    "die Kälteanlage",
    "der zweite Ofen",
    "die Absaugung",
    "der Extruder",
    "die Lackierstraße",
    "die Vakuumpumpe",
    "der Sprühturm",
    "die Waschanlage",
    "die Presse in Halle 2",
    "der Lufttrockner",
    "die Sägelinie",
  ],
  days: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"],
  hello: ["Guten Tag {name},", "Hallo {name},", "Guten Morgen {name},"],
  helloBack: ["Hallo {mine},", "Guten Tag {mine},", "Hallo,", "", "Guten Morgen,"],
  bye: ["Viele Grüße\n{mine}", "Freundliche Grüße\n{mine}", "Beste Grüße aus Tallinn\n{mine}", "Schöne Grüße\n{mine}"],
  byeBack: [
    "Mit freundlichen Grüßen\n{name}",
    "Mit freundlichen Grüßen\n\ni. A. {name}\n{title}\n\n{company}\n{city}",
    "Gruß\n{name}",
    "MfG {last}",
    "Viele Grüße\n{name}",
  ],
  attribution: "Am {date} schrieb {author}:",
  sentFromPhone: "Von unterwegs gesendet",
  cold: [
    `[eine Zahl aus {refCity}, die mir nicht aus dem Kopf geht:|letzten Monat haben wir in {refCity} etwas gemessen, das Sie kennen könnten:] {machine} zog [die ganze Nacht|an jedem Wochenende] {kw} kW, [ohne dass ein Teil vom Band lief|und produziert wurde nichts]. [Gemerkt hat es drei Jahre lang niemand,|Aufgefallen war das nie,] weil der Zähler am Tor nur eine Zahl für das ganze Werk kennt.¶Wattlark [baut|macht] Messklammern, die in einer Minute ums Kabel liegen. [Kein Abschalten, kein Eingriff in Ihr Netz.|Ohne Abschalten, mit eigener Mobilfunkverbindung.] Danach wissen Sie je Maschine, was eine Stunde kostet, im Betrieb und im Leerlauf.¶[Darf ich Ihnen eine solche Auswertung schicken?|Wäre das {day} um {time} eine Viertelstunde wert?|Sind Sie bei {company} dafür der richtige Ansprechpartner?]`,
    `@sunday [wissen Sie, was {machine} an einem Sonntag verbraucht?|eine kurze Frage: Was verbraucht {machine} am Sonntag?] [Die meisten, die ich frage, schätzen zu niedrig.|In {refCity} waren es {eur}, bei geschlossener Produktion.]¶[Wir klemmen kleine Zähler auf jede Zuleitung|Unsere Messklammern sitzen in einem Vormittag], und am Montag [liegt eine Liste auf dem Tisch, teuerste Leerlaufstunde zuerst|haben Sie eine Liste, nach Euro sortiert]. [Für das Audit nach ISO 50001 taugt sie auch.|Ihr Auditor wird sie mögen.]¶[Ich schicke gern ein Beispiel aus einem Betrieb mit {sites} Hallen.|Soll ich ein anonymes Beispiel schicken?]`,
    `[{company} erneuert, so stand es in der Fachpresse, den Energievertrag.|bei {company} in {city} läuft, wie ich lese, gerade das Energieaudit.] [Dann fragt irgendwann jemand, welche Maschine wie viel braucht, und|Spätestens dann wird nach Zahlen je Anlage gefragt, und] meistens [beginnt das Schätzen|folgt eine Tabelle mit Annahmen].¶Mit zwölf Messpunkten und sechs Wochen [ist die Schätzung vorbei|haben Sie Zahlen]: {machine}, {machine2}, Druckluft, Kälte, [jede Anlage mit eigener Kurve|alles einzeln]. [Üblich sind {pct} % Leerlauf, der niemandem nützt.|{refCompany} fand so {pct} %.]¶[Passt Ihnen {day} oder {day2} für ein kurzes Gespräch?|Reicht Ihnen eine Seite als PDF, um das zu beurteilen?]`,
  ],
  nudges: [
    `[ich komme noch einmal auf meine Nachricht zurück.|kurz nachgefasst:] [Wir sind am {day} bei {refCompany} in {refCity}|Kommende Woche sind wir in {refCity}] und könnten auf dem Weg einen Koffer mit zwölf Messklammern [in {city} vorbeibringen|bei Ihnen lassen]. [Sechs Wochen, {trial}, bei Übernahme angerechnet.|Nach einer Woche hätten Sie die erste Liste.]`,
    `[falls das Thema bei jemand anderem liegt, genügt mir ein Name.|vielleicht bin ich bei Ihnen falsch, dann genügt ein Name.] [Wenn es gerade nicht passt, reicht auch ein kurzes Nein.|Ein Nein hilft mir übrigens auch.] [Danach gebe ich Ruhe.|Versprochen, das ist meine letzte Nachricht.]`,
    `[noch eine Zahl, dann ist Schluss:|ein Nachtrag:] {machine}, {kwh} kWh im Jahr, nur Leerlauf. [Eine Zeitschaltuhr für 40 Euro hat das beendet.|Nach {months} Monaten war die Messung bezahlt.] [Soll ich die Seite schicken?|Interessiert Sie, wie das gefunden wurde?]`,
  ],
  theirs: {
    interested: [
      `[das Thema kommt passend.|Sie haben Glück, das stand heute auf der Tagesordnung.] {machine} [steht bei uns schon länger im Verdacht|macht uns seit Jahren Kummer], [nur gemessen hat es keiner|aber Zahlen gibt es keine]. [Was bräuchten Sie von uns für einen Versuch?|Wie läuft so ein Versuch ab, und was kostet er?] [Beteiligt wäre auch {colleague} aus der Instandhaltung.|]`,
      `@list [bitte schicken Sie die Auswertung.|Beispiel gern, Anruf bitte noch nicht.] [Wir haben {sites} Hallen, zwei Schichten, Strom zahlen wir leider selbst.|Unser Verbrauch lag letztes Jahr {pct} % über Plan, und niemand weiß, warum.]`,
      `?sunday @sunday [Sonntag, 12 Uhr: {kw} kW. Ich habe nachgesehen.|ich habe am Sonntag auf den Hauptzähler geschaut: {kw} kW bei leerer Halle.] [Damit haben Sie mich.|Nun will ich es genauer wissen.] Wie geht es weiter?`,
    ],
    meeting: [
      `[gerne.|in Ordnung.] {day} um {time} [passt|ginge]. [Bitte laden Sie {colleague} mit ein: {colleagueAddress}.|Schicken Sie bitte einen Termin mit Einwahl.] [Bitte keine Folien.|Eine halbe Stunde habe ich.]`,
      `[kommen Sie doch vorbei.|wir sehen uns das lieber vor Ort an.] {day2} ab {time2} [bin ich im Werk|ist es ruhig bei uns]. [Anmeldung am Tor 2, Sicherheitsschuhe sind Pflicht.|Parken können Sie auf dem Hof.]`,
    ],
    info: [
      `@price [was kostet das bei etwa {kw} Messstellen?|bitte um ein Richtpreisangebot für {kw} Messstellen.] [Miete wäre uns lieber als Kauf.|Kauf oder Miete?] [Und wo liegen die Daten? Unser Datenschutz fragt das zuerst.|Außerdem brauche ich die Genauigkeitsklasse.]`,
      `@erp [gibt es eine Schnittstelle zu {erp}?|lässt sich das an {erp} anbinden?] [Eine CSV-Datei jede Nacht würde genügen.|Von Hand übertragen wir nichts mehr.] [Referenzen aus unserer Branche wären ebenfalls hilfreich.|]`,
    ],
    not: [
      `[vielen Dank, aber wir haben kein Interesse.|danke, kein Bedarf.] [Wir messen seit letztem Jahr mit einem anderen Anbieter.|Investitionen sind bis auf Weiteres gestoppt.]`,
      `[das ist bei uns kein Thema,|dafür gibt es derzeit kein Budget,] [der Strom ist in der Miete enthalten|das Werk in {city} wird im Frühjahr verlagert]. [Bitte sehen Sie von weiteren Nachrichten ab.|Viel Erfolg trotzdem.]`,
    ],
    dnc: [
      `[bitte löschen Sie meine Daten und schreiben Sie uns nicht mehr.|ich widerspreche der Nutzung meiner Adresse zu Werbezwecken.] [Eine kurze Bestätigung genügt.|Woher haben Sie diese Adresse?]`,
      `Bitte aus dem Verteiler nehmen.`,
    ],
    wrong: [
      `[dafür bin ich nicht zuständig.|da sind Sie bei mir falsch.] [Bitte wenden Sie sich an {colleague} ({colleagueAddress}).|Zuständig ist {colleague}, Leitung Technik: {colleagueAddress}.]`,
      `[{name} ist nicht mehr im Haus.|{name} hat uns zum Quartalsende verlassen.] [Ihre Nachricht habe ich an {colleague} gegeben.|Die Nachfolge hat {colleague}: {colleagueAddress}.]`,
    ],
    none: [
      `[ich habe Ihre Nachricht an die Technik weitergeleitet.|liegt jetzt bei {colleague}.]`,
      `[Vorgang {kwh}: Ihre Anfrage ist eingegangen.|Ihre Anfrage wurde unter {kwh} erfasst.]`,
      `[wer ist {refCompany}?|darf {refCompany} hier als Beispiel genannt werden?]`,
    ],
  },
  ours: {
    interested: [
      `[danke für Ihre Antwort.|schön, dass es passt.] [Der Ablauf ist kurz:|So geht es weiter:] zwölf Messklammern, sechs Wochen, {trial}, bei Übernahme angerechnet. [Vor Ort brauchen wir einen Vormittag lang jemanden mit Schrankschlüssel.|Ihr Aufwand ist ein Vormittag.]¶[Wollen wir {day} um {time} die zwölf Maschinen auswählen?|Wäre {day} oder {day2} für die Auswahl recht?]`,
      `?list [im Anhang die Auswertung aus einem Betrieb Ihrer Größe.|anbei das Beispiel, die Namen habe ich entfernt.] [Achten Sie auf Zeile 3:|Interessant ist Zeile 3:] {machine} kostete dort {eur} im Monat, ohne zu arbeiten. [Was wäre bei Ihnen die Zeile 3?|Kommt Ihnen das bekannt vor?]`,
    ],
    meeting: [
      `[{day} um {time} ist eingetragen,|sehr gern, {day} um {time},] die Einladung [kommt gleich|geht gleich hinaus]. [Ich zeige eine laufende Anlage, keine Folien.|Folien bleiben zu Hause.] [Wenn die Instandhaltung dabei ist, klären wir die Technik gleich mit.|]`,
    ],
    info: [
      `?price [in Kürze:|die Antworten der Reihe nach:] 19 Euro je Messstelle und Monat, alles enthalten. [Bei {kw} Messstellen gehen {pct} % ab.|Ab vierzig Messstellen gibt es Rabatt.] Die Daten liegen in Frankfurt, [Ihr Netz wird nicht berührt|das Gateway funkt selbst]. [Das Datenblatt für Ihre IT hängt an.|Genauigkeit: 1 % ab 5 A.]`,
      `?erp [{erp} holt sich nachts eine Datei ab,|die Anbindung an {erp} läuft über eine Datei je Nacht,] [oder Sie nutzen unsere offene Schnittstelle|die Vorlage dafür haben wir]. [{refCompany} in {refCity} macht es so und steht für ein Telefonat bereit.|Eine Referenz vermittle ich gern.]`,
    ],
    not: [
      `[danke für die klare Antwort.|verstanden, danke.] [Sie hören in dieser Sache nichts mehr von mir.|Ich schließe das bei uns.] Alles Gute für {city}.`,
    ],
    wrong: [
      `[vielen Dank für den Hinweis.|danke, das hilft.] Ich schreibe {colleague} [und erwähne Sie, wenn das recht ist|noch heute].`,
    ],
  },
  next: {
    agree: [
      `[passt.|einverstanden.] {day} um {time}. [Den Stromlaufplan lege ich bereit.|Bitte schicken Sie noch das Angebot auf {company}.]`,
      `[dann machen wir das so,|gut,] {machine} zuerst. [Das Angebot bitte mit Ihrer Umsatzsteuernummer.|Bis {eur} kann ich selbst unterschreiben.] [Lieferung bitte an die Werkstatt.|]`,
    ],
    question: [
      `@signal [noch eine Frage:|danke, dazu noch:] Was passiert ohne Mobilfunk? [Die alte Halle hat dicke Mauern.|Der Keller liegt unter der Erde.]`,
      `@clip [noch eine Frage:|danke, dazu noch:] Bis zu welchem Strom gehen die kleinen Klammern?`,
      `@people [unser Betriebsrat wird fragen, wer das sieht.|der Betriebsrat will wissen, ob man Pausenzeiten daraus ablesen kann.] [Haben Sie dazu etwas Schriftliches?|Gibt es dafür eine Vereinbarung?]`,
    ],
    internal: [
      `[das muss ich mit {colleague} besprechen.|ich nehme es am {day} in die Runde mit.] [Sie hören von mir.|Bitte bis dahin nicht nachfassen.]`,
    ],
    thanks: [`[danke, angekommen.|vielen Dank.] [Bis {day}.|Ich melde mich.]`],
    later: [
      `[leider müssen wir verschieben,|es klappt diese Woche nicht,] {machine} [steht seit heute früh|ist ausgefallen]. [Geht auch {day} um {time}?|Bitte nächste Woche.]`,
    ],
    colleague: [
      `[{boss} hat mich gebeten, das zu übernehmen.|ich antworte für {boss}.] [Unsere Schränke sind von 1987, es ist eng.|Wir haben {kw} Abgänge, die Hälfte ist falsch beschriftet.] [Welchen Abstand braucht die Klammer zwischen zwei Phasen?|Schicken Sie mir bitte die Maße.]`,
    ],
  },
  onward: {
    agree: [
      `[sehr gut, {day} um {time} ist notiert.|notiert.] [Das Angebot kommt noch heute.|Das Angebot hängt an.] [Bis dahin.|Ich freue mich.]`,
    ],
    question: [
      `?signal [gute Frage.|kommt oft vor.] Das Gateway darf achtzig Meter entfernt stehen, [die Klammern merken sich vierzehn Tage|und bei Funklöchern geht nichts verloren].`,
      `?clip [gute Frage.|gern.] Bis 600 A die kleine, bis 3.000 A die flexible Schleife. [Mit einem Foto bin ich sicher.|]`,
      `?people [dafür gibt es eine Einstellung, die nichts Feineres als eine Stunde zeigt.|es gibt eine Vereinbarung, eine Seite, die Betriebsräte so unterschrieben haben.] [Ich hänge sie an.|Soll ich sie schicken?]`,
    ],
    internal: [`[keine Eile.|danke, dass Sie es mitnehmen.] Ich [warte|halte still], bis Sie sich melden.`],
    later: [`[selbstverständlich, erst {machine}.|kein Problem.] {day} {time} [geht auch|passt hier genauso].`],
    colleague: [
      `[danke, dass Sie einspringen.|willkommen in der Runde.] 14 Millimeter für die Klammer, 8 für die Schleife. [Falsche Beschriftungen finden wir am ersten Tag.|Ohne Sie öffnet niemand einen Schrank.]`,
    ],
  },
  outOfOffice: [
    "Vielen Dank für Ihre Nachricht. Ich bin bis {until} nicht im Haus. In dringenden Fällen wenden Sie sich bitte an {colleague} ({colleagueAddress}).",
    "Ich bin bis einschließlich {until} im Urlaub. Ihre Nachricht wird nicht weitergeleitet.",
  ],
  outOfOfficeSubject: "Automatische Antwort: {subject}",
};
