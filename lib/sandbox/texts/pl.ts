import type { Pack } from "./pack";

export const pl: Pack = {
  code: "pl",
  locale: "pl-PL",
  direction: "ltr",
  replyPrefix: "Odp: ",
  subjects: [
    "Ile kosztuje {machine} w niedzielę",
    "{company}: prąd na maszynę",
    "Pytanie o zakład: {city}",
    "{kw} kW dla nikogo",
    "Pomiar bez postoju",
    "Poniedziałkowa lista",
  ],
  machines: [
    "sprężarka",
    "agregat chłodniczy",
    "drugi piec",
    "myjka butelek",
    "wytłaczarka",
    "pompa próżniowa",
    "lakiernia",
    "prasa w hali 2",
    "osuszacz powietrza",
    "odciąg wiórów",
  ],
  days: ["poniedziałek", "wtorek", "środa", "czwartek", "piątek"],
  hello: ["Dzień dobry,", "Dzień dobry {name},", "Witam,"],
  helloBack: ["Dzień dobry,", "Witam,", "", "Dzień dobry {mine},"],
  bye: ["Pozdrawiam\n{mine}", "Z pozdrowieniami\n{mine}", "Łączę pozdrowienia\n{mine}"],
  byeBack: ["Pozdrawiam\n{name}", "Z poważaniem\n{name}\n{title}\n{company}", "{name}", "Pozdrawiam, {first}"],
  attribution: "W dniu {date} {author} napisał(a):",
  sentFromPhone: "Wysłane z telefonu",
  cold: [
    `[w zeszłym miesiącu zmierzyliśmy coś takiego w jednym z zakładów:|jedna liczba z zakładu {refCompany}:] {machine} pobiera {kw} kW [przez całą noc|w każdy weekend], [choć nic się nie produkuje|przy zamkniętej hali]. [Nikt tego nie widział,|Trwało to trzy lata,] bo licznik główny zna tylko jedną sumę.¶Wattlark robi czujniki, które zakłada się na kabel w minutę. [Bez wyłączania i bez wchodzenia do Państwa sieci.|Bez postoju, z własną łącznością.] Potem wiadomo, ile kosztuje godzina każdej maszyny, [w pracy i na biegu jałowym|także wtedy, gdy nic nie robi].¶[Czy mogę przesłać przykład?|Czy {day}, godzina {time}, byłaby dobra na krótką rozmowę?|Czy to temat dla Państwa?]`,
    `[czy wiadomo, ile zakład zużywa w niedzielę?|krótkie pytanie: ile w niedzielę pobiera {machine}?] [Większość zgaduje za nisko.|U jednego z klientów wyszło {eur}.]¶Czujniki zakładamy w jedno przedpołudnie, a w poniedziałek jest lista, [od najdroższej pozycji|w złotych i kilowatogodzinach]. [Zwykle {pct} % można po prostu wyłączyć.|]¶[Czy przesłać taką listę, bez nazw?|Chętnie pokażę przykład.]`,
  ],
  nudges: [
    `[wracam raz jeszcze do mojej wiadomości.|krótkie uzupełnienie:] Możemy zostawić dwanaście czujników na sześć tygodni, koszt {trial}, [do odliczenia przy zakupie|zaliczany na poczet umowy]. [Pierwsza lista po tygodniu.|]`,
    `[to moja ostatnia wiadomość.|nie będę już przeszkadzać.] [Jeśli zajmuje się tym ktoś inny, wystarczy nazwisko.|Krótkie „nie” też wystarczy.]`,
  ],
  theirs: {
    interested: [
      `[to dobry moment.|akurat o tym rozmawialiśmy.] Najbardziej podejrzana pozycja to {machine2}, ale [nie mamy danych|nikt nie mierzył]. [Jak wygląda próba?|Co jest potrzebne z naszej strony?]`,
      `[proszę przesłać listę.|tak, poproszę o przykład.] [Mamy {sites} hale i dwie zmiany.|Rachunek wzrósł o {pct} % i nikt nie wie dlaczego.]`,
    ],
    meeting: [
      `[pasuje.|zgoda.] {day}, {time}. [Proszę zaprosić też: {colleague}.|Proszę o link.]`,
      `[zapraszamy do zakładu.|wolimy spotkanie na miejscu.] {day2}, {time2}. Obuwie ochronne obowiązkowe.`,
    ],
    info: [
      `@price [jaka jest cena dla {kw} punktów?|proszę o wycenę {kw} punktów.] [Najem czy zakup?|Na jak długo jest umowa?] [Gdzie są przechowywane dane?|]`,
      `@erp [czy to współpracuje z {erp}?|używamy {erp}, czy jest połączenie?] [Wystarczy jeden plik dziennie.|A dokładność?]`,
    ],
    not: [`[dziękujemy, nie jesteśmy zainteresowani.|nie, dziękuję.] [Mamy już dostawcę.|W tym roku nie ma budżetu.]`],
    dnc: [`[proszę usunąć mój adres.|proszę o wypisanie z listy.] [Nie wyrażałem zgody.|Proszę o potwierdzenie.]`],
    wrong: [`[to nie moja działka.|zajmuje się tym ktoś inny.] Proszę pisać tu: {colleague}, {colleagueAddress}.`],
    none: [`[przekazałem do utrzymania ruchu.|przekazane dalej.]`, `zgłoszenie zarejestrowano pod numerem {kwh}.`],
  },
  ours: {
    interested: [
      `[dziękuję za odpowiedź.|to dobra wiadomość.] [Wygląda to tak:|Prosto:] dwanaście czujników, sześć tygodni, {trial}, zaliczane na poczet umowy. [Potrzebna jest jedna osoba z kluczem do rozdzielni.|]¶Czy {day}, {time}, pasuje na wybór maszyn?`,
    ],
    meeting: [
      `[zapisane:|bardzo chętnie:] {day}, {time}. [Zaproszenie zaraz wyślę.|Bez slajdów, pokażę działający zakład.]`,
    ],
    info: [
      `?price [krótko:|po kolei:] 19 euro za punkt miesięcznie, wszystko w cenie, [minus {pct} % przy {kw} punktach|bez opłaty wstępnej]. Dane są we Frankfurcie, [do Państwa sieci nic nie wchodzi|bramka ma własną kartę]. [Karta danych w załączniku.|Dokładność 1 % od 5 A.]`,
      `?erp [{erp} pobiera plik każdej nocy|z {erp} łączymy się plikiem nocnym], [jeden wiersz na maszynę|szablon jest gotowy]. [Dokładność 1 % od 5 A.|Jest też otwarty interfejs.]`,
    ],
    not: [`[dziękuję za jasną odpowiedź.|rozumiem.] [Nie będę więcej pisać.|Zamykam temat.]`],
    wrong: [`[dziękuję za wskazanie.|dziękuję.] Napiszę [jeszcze dziś|od razu] na adres {colleagueAddress}.`],
  },
  next: {
    agree: [`[pasuje.|dobrze.] {day}, {time}. [Poproszę ofertę na firmę {company}.|Przygotuję schemat.]`],
    question: [
      `@signal [jeszcze jedno:|dziękuję. I jeszcze:] co, jeśli nie ma zasięgu? [Stara hala ma grube mury.|]`,
      `@stop A jeśli po sześciu tygodniach zrezygnujemy?`,
    ],
    internal: [`[muszę to uzgodnić z szefem.|przedstawię to na spotkaniu.] Odezwę się.`],
    thanks: [`[dziękuję, dotarło.|bardzo dziękuję.] [Do usłyszenia.|]`],
    later: [`[musimy przełożyć.|niestety nie damy rady.] Awaria: {machine}. Czy może być {day}, {time}?`],
    colleague: [
      `[odpowiadam w zastępstwie.|przejmuję temat, {boss} jest w podróży.] [Rozdzielnie są z 1987 roku.|Mamy {kw} odpływów, połowa źle opisana.] Ile miejsca potrzeba między fazami?`,
    ],
  },
  onward: {
    agree: [`[zapisane.|świetnie.] Oferta [będzie za godzinę|w załączniku].`],
    question: [
      `?signal [dobre pytanie.|często o to pytają.] Bramka może stać osiemdziesiąt metrów dalej, a czujniki pamiętają czternaście dni.`,
      `?stop [dobre pytanie.|często o to pytają.] Odsyłają Państwo pudełko, transport po naszej stronie.`,
    ],
    internal: [`[bez pośpiechu.|dziękuję.] Czekam na wiadomość.`],
    later: [`[oczywiście.|żaden problem.] {day}, {time}.`],
    colleague: [`[dziękuję za przejęcie tematu.|dziękuję.] Czternaście milimetrów dla czujnika, osiem dla pętli.`],
  },
  outOfOffice: ["Jestem nieobecny do {until}. W pilnych sprawach proszę o kontakt: {colleague} ({colleagueAddress})."],
  outOfOfficeSubject: "Odpowiedź automatyczna: {subject}",
};
