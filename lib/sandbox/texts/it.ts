import type { Pack } from "./pack";

export const it: Pack = {
  code: "it",
  locale: "it-IT",
  direction: "ltr",
  replyPrefix: "R: ",
  subjects: [
    "Quanto costa {machine} la domenica",
    "{company}: consumi per macchina",
    "Una domanda su {city}",
    "{kw} kW per nessuno",
    "Misurare senza fermare la linea",
    "La lista del lunedì",
    "Aria compressa alle tre di notte",
  ],
  machines: [
    "il compressore",
    "il gruppo frigo",
    "il secondo forno",
    "la lavabottiglie",
    "l'estrusore",
    "la pompa per vuoto",
    "la cabina di verniciatura",
    "la pressa del capannone 2",
    "l'essiccatore",
    "il tunnel di raffreddamento",
  ],
  days: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì"],
  hello: ["Buongiorno {first},", "Ciao {first},", "Gentile {name},"],
  helloBack: ["Buongiorno {me},", "Buongiorno,", "Salve,", ""],
  bye: ["Un saluto,\n{mine}", "Buona giornata,\n{me}", "Cordiali saluti,\n{mine}"],
  byeBack: [
    "Cordiali saluti,\n{name}",
    "Saluti\n{name}\n{title}\n{company}",
    "{first}",
    "Grazie,\n{name}",
    "Cordialmente\n{name}",
  ],
  attribution: "Il giorno {date}, {author} ha scritto:",
  sentFromPhone: "Inviato dal telefono",
  cold: [
    `[Un dato misurato a {refCity} il mese scorso:|Ecco cosa abbiamo trovato a {refCity}:] {machine} assorbiva {kw} kW [tutta la notte|ogni fine settimana] [senza produrre nulla|a stabilimento chiuso]. [Nessuno se n'era accorto,|Andava avanti da tre anni,] perché il contatore generale dà un solo numero.¶Wattlark produce pinze che si mettono intorno a un cavo in un minuto. [Senza fermare nulla, senza entrare nella vostra rete.|Niente fermi, niente elettricista.] Poi si sa quanto costa ogni macchina all'ora, [al lavoro e a vuoto|accesa e in attesa].¶[Le mando un esempio?|Un quarto d'ora {day} alle {time}?|In {company} se ne occupa Lei?]`,
    `[Quanto consuma lo stabilimento di {city} di domenica?|Una domanda breve: quanto consuma {machine} di domenica?] [Di solito si risponde troppo poco.|Da {refCompany} erano {eur}.]¶[In una mattina montiamo i misuratori|I misuratori si montano in una mattina] e il lunedì arriva una lista, [dalla voce più cara alla più economica|in euro]. [In genere avanza un {pct} %.|]¶[Ne vuole vedere una, senza nomi?|Gliene mando una?]`,
  ],
  nudges: [
    `[Torno una volta sola sull'argomento,|Un'aggiunta,] {first}: [{day} siamo a {refCity}|la prossima settimana passiamo da {refCity}] e potremmo lasciarvi dodici misuratori per sei settimane. [Sono {trial}, scalati se continuate.|]`,
    `[Questo è il mio ultimo messaggio.|Non insisto oltre.] [Se se ne occupa un collega, mi basta il nome.|Anche un no mi aiuta.]`,
  ],
  theirs: {
    interested: [
      `[Arriva al momento giusto.|Ne parlavamo ieri.] {machine} [ci preoccupa da tempo|consuma troppo], ma [non abbiamo numeri|nessuno ha mai misurato]. [Come si fa una prova?|Che cosa vi serve da noi?]`,
      `[Mi mandi pure la lista.|Sì, vorrei vederla.] [Abbiamo {sites} capannoni.|La bolletta è salita del {pct} % e nessuno sa perché.]`,
    ],
    meeting: [
      `[Va bene,|D'accordo,] {day} alle {time}. [Inviti anche {colleague}.|Mandi il link, per favore.]`,
      `[Venga a trovarci a {city},|Meglio di persona,] {day2} [in mattinata|alle {time2}]. Servono le scarpe antinfortunistiche.`,
    ],
    info: [
      `@price [Che prezzo ha per {kw} punti?|Mi fa un preventivo per {kw} punti?] [Noleggio o acquisto?|C'è un vincolo?] [Dove stanno i dati?|]`,
      `@erp [Si collega a {erp}?|Usiamo {erp}, c'è un'interfaccia?] [Ci basta un file al giorno.|E la precisione?]`,
    ],
    not: [
      `[Grazie, non ci interessa.|No, grazie.] [Abbiamo già un fornitore.|Per quest'anno il budget è chiuso.]`,
      `Non ora. [Lo stabilimento di {city} chiude.|Abbiamo altre priorità.]`,
    ],
    dnc: [`[Mi tolga dalla lista, per cortesia.|Cancelli i miei dati.] [Non ho chiesto nulla.|Attendo conferma.]`],
    wrong: [
      `[Non me ne occupo io.|Ha sbagliato persona.] Scriva a {colleague}: {colleagueAddress}.`,
      `{name} non lavora più qui. Giro il messaggio a {colleague}.`,
    ],
    none: [`[Ricevuto, inoltro alla manutenzione.|Inoltrato.]`, `La Sua richiesta ha il numero {kwh}.`],
  },
  ours: {
    interested: [
      `[Grazie della risposta.|Bene.] [Si fa così:|È semplice:] dodici misuratori, sei settimane, {trial}, scalati se continuate. [Ci serve qualcuno con la chiave dei quadri per una mattina.|]¶Scegliamo le macchine {day} alle {time}?`,
    ],
    meeting: [`[Segnato:|Perfetto:] {day} alle {time}. [L'invito parte ora.|Niente diapositive, un impianto vero.]`],
    info: [
      `?price [In breve:|In ordine:] 19 euro a punto al mese, tutto compreso, [meno il {pct} % per {kw} punti|senza costi iniziali]. I dati stanno a Francoforte e [la vostra rete non si tocca|il gateway ha la sua SIM]. [Allego la scheda.|Precisione 1 % da 5 A.]`,
      `?erp [{erp} legge un file ogni notte|Con {erp} si passa da un file notturno], [una riga per macchina|il modello è pronto]. [Precisione 1 % da 5 A.|C'è anche un'interfaccia aperta.]`,
    ],
    not: [`[Grazie della franchezza.|Capito, grazie.] [Non insisto.|Chiudo qui.]`],
    wrong: [`[Grazie dell'indicazione.|Grazie, {first}.] Scrivo a {colleague} [oggi|a Suo nome].`],
  },
  next: {
    agree: [
      `[Per noi va bene,|D'accordo,] {day} alle {time}. [Ci mandi l'offerta intestata a {company}.|Preparo lo schema.]`,
    ],
    question: [
      `@signal [Un'altra cosa:|Grazie. E] se il segnale è debole? [Il capannone vecchio ha muri spessi.|]`,
      `@stop E se dopo le sei settimane non continuiamo?`,
    ],
    internal: [`[Ne parlo con {colleague}|Lo porto in riunione {day}] e Le faccio sapere.`],
    thanks: [`[Ricevuto, grazie.|Grazie mille.] [A {day}.|]`],
    later: [`[Dobbiamo rimandare,|Purtroppo no,] {machine} è in panne. Va bene {day} alle {time}?`],
    colleague: [
      `[{boss} mi ha chiesto di seguire la cosa.|Rispondo per {boss}.] [I quadri sono del 1987.|Abbiamo {kw} partenze, metà senza etichetta.] Quanto spazio serve tra le fasi?`,
    ],
  },
  onward: {
    agree: [`[Segnato.|Ottimo.] L'offerta [arriva entro un'ora|è allegata].`],
    question: [
      `?signal [Bella domanda.|Ce lo chiedono spesso.] Il gateway può stare a ottanta metri e i misuratori ricordano quattordici giorni.`,
      `?stop [Bella domanda.|Ce lo chiedono spesso.] Si rimanda la scatola, la spedizione è nostra.`,
    ],
    internal: [`[Con calma.|Grazie.] Resto in attesa.`],
    later: [`[Certo,|Nessun problema,] {day} alle {time}.`],
    colleague: [
      `[Grazie, {first}.|Piacere, {first}.] Quattordici millimetri per la pinza, otto per quella flessibile.`,
    ],
  },
  outOfOffice: [
    "Sono assente fino al {until}. Per urgenze: {colleague} ({colleagueAddress}).",
    "Grazie del messaggio. Sono in ferie e rientro il {until}.",
  ],
  outOfOfficeSubject: "Risposta automatica: {subject}",
};
