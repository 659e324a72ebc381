import type { CategoryWords } from "../category-words";

/** Danish and Norwegian, whose words are near enough. */
export const danish: CategoryWords = {
  common:
    "og er ikke vi jeg det en et at for med på som av af til har den om tak takk men fra hej hei os oss vores vår kan",
  negations: "ikke|ingen|intet|inget|aldri|aldrig|uden|uten|næppe|neppe",
  conditions: "hvis|om|når|dersom",
  but: "men|dog|imidlertid|derimot|derimod",
  alone: {
    dnc: ["afmeld(?: mig)?", "avmeld(?: meg)?", "frameld(?: mig)?", "meld meg av", "fjern (?:mig|meg)", "stop(?:p)?"],
    not: ["nej", "nei", "nej,? tak", "nei,? takk", "ikke interesser(?:et|t|ede|te)", "ingen interesse"],
    interested: ["ja,? (?:tak|takk|gerne|gjerne)", "gerne", "gjerne", "interesser(?:et|t)"],
  },
  clear: [
    "(?:fjern|slet|slett|stryk|afmeld|avmeld|frameld|tag|ta|meld)(?: venligst| vennligst)? (?:mig|meg|os|oss|(?:min|mit|vores|våre) (?:adresser?|e-?mail|mail|e-?postadresse|mailadresse))(?: [^.!?,]{0,12})? (?:fra|av|af) (?:(?:jeres|din|deres|denne|den|alle|din|dit) )*(?:mail|e-?post|distributions)?(?:liste|listen|lister|listene|nyhedsbrev|nyhetsbrev|database|register|mailingliste|maillisten)",
    "(?:afmeld|avmeld|frameld) (?:mig|meg|os|oss)(?= ?(?:[.!,;\\n]|$))|meld (?:meg|oss) av(?= ?(?:[.!,;\\n]|$))|(?<=^|[.!\\n] ?)(?:afmeld|avmeld|frameld|avmelding|afmelding)(?:,? (?:tak|takk))?(?= ?(?:[.!\\n]|$))",
    "(?:kontakt|skriv til) (?:mig|meg|os|oss) (?:ikke|aldri|aldrig) (?:mere|mer|igen|igjen)(?= ?(?:[.!,;\\n]|$))",
  ],
  dnc: [
    "(?:fjern|slet|slett|stryk) (?:mig|meg|os|oss|(?:min|mit|mine|vores|våre) (?:adresser?|e-?mail|mail|e-?postadresse|data|opplysninger|oplysninger))(?= ?(?:[.!,;\\n]|$))",
    "(?:ikke|ingen|aldri|aldrig)(?: ha| få| have| modtage| motta| send)? (?:flere|mere|mer) (?:mails?|e-?poster?|e-?mails?|beskeder|meldinger|henvendelser|reklame)",
    "(?:kontakt|skriv til) (?:mig|meg|os|oss) (?:ikke|aldri|aldrig) (?:mere|mer|igen|igjen)",
    "(?:stop|stopp|slut|slutt) med (?:at |å )?(?:skrive|kontakte|maile|sende (?:mig |meg |os |oss )?(?:mails?|e-?mails?|e-?post|reklame))|frabeder (?:mig|os)|frabe (?:meg|oss)|frabede mig",
  ],
  wrong: [
    "(?:forkert|feil|ikke (?:den )?(?:rette|riktig[e]?|rigtige)) (?:person|kontakt|adresse|afdeling|avdeling|kontaktperson)|ikke (?:ansvarlig|mit (?:område|bord|ansvar)|mitt (?:område|bord|ansvar)|mig der|meg som)",
    "(?:arbejder|arbeider|jobber|er)(?: [^.!?]{0,6})? ikke (?:længere|lenger|mere|ansat|ansatt)(?: [^.!?]{0,15})?|(?:er|har) (?:fratrådt|sluttet|stoppet|sluttet hos|gått av|gået på pension|gått av med pensjon)|har forladt|har forlatt",
    "(?:kontakt|skriv til|henvend (?:dig|dem|deg) til|tal med|snakk med)(?: [^.!?]{0,10})? (?:i stedet|hellere|heller|venligst|gerne|gjerne) (?!mig|meg|os)",
    "(?:rette person|ansvarlig)(?: [^.!?]{0,15})? er",
  ],
  not: [
    "(?:ikke|ingen|intet)(?: [^.!?]{0,12})? (?:interesse|interesser(?:et|t|ede|te)|interessant|behov|aktuelt|prioritet|prioriteret|prioritert|relevant|budget|budsjett|for os|for oss|passer)",
    "nej,? tak|nei,? takk|(?:tak|takk),? men (?:nej|nei)",
    "(?:lige nu|akkurat nå|i øjeblikket|for tiden|for øyeblikket|i år)(?: [^.!?]{0,8})? (?:ikke|ingen|intet)(?! (?:på kontoret|til stede))",
    "(?:har|bruger|bruker|arbejder|jobber)(?: vi)? (?:allerede)(?: [^.!?]{0,40})?|(?:takker (?:nej|nei))",
    "(?:valgt|skrevet kontrakt med|inngått avtale med) (?:en )?(?:anden|annen|andet|annet)",
    "ikke (?:nu|nå)(?=[.,:;!]|$)",
  ],
  meeting: [
    "(?:kan vi|skal vi|lad os|la oss|vil gerne|vil gjerne|gerne|gjerne)(?: [^.!?]{0,30})? (?:tale|snakke|snakkes|tales|mødes|møtes|ringes|et møde|et møte|en samtale|aftale|avtale|booke|ses)",
    "(?:book|aftal|avtal|planlæg|planlegg|foreslå)(?: [^.!?]{0,15})? (?:et |en )?(?:møde|møte|samtale|tid|demo|opkald)",
    "(?:mandag|tirsdag|onsdag|torsdag|fredag|i morgen|næste uge|neste uke)[^.!?\\n]{0,30} (?:passer|fungerer|går fint|er fint|er godt|kan jeg|kan vi|er jeg ledig|er det rolig\\p{L}*|er bra)",
    "(?:passer|fungerer)(?: [^.!?]{0,10})? (?:mandag|tirsdag|onsdag|torsdag|fredag|i morgen|næste uge|neste uke|kl)",
    "(?:send|mail)(?: [^.!?]{0,15})? (?:en |et )?(?:invitation|invitasjon|mødeindkaldelse|møteinnkalling|innkalling|indkaldelse|mødelink|møtelenke|bookinglink)",
    "ring (?:til )?(?:mig|meg|os|oss)|hvornår (?:passer|kan|har)|når (?:passer|kan|har) (?:det|du|dere)|kom (?:forbi|ud|innom)",
    "(?:mandag|tirsdag|onsdag|torsdag|fredag),?(?: kl\\.?| klokken| fra| efter| etter)? \\d{1,2}(?:[:.]\\d\\d)",
  ],
  info: [
    "hva(?:d)? (?:koster|ville|vil det|er prisen)|hvor (?:meget|mye) koster",
    "(?:send|mail|få|giv|gi|vis)(?: [^.!?]{0,30})? (?:priser?|prisliste|tilbud|information|informasjon|info|brochure|brosjyre|præsentation|presentasjon|datablad|referencer?|referanser?|eksempl\\p{L}+|detaljer|dokumenta\\p{L}+)",
    "(?:mere|mer|yderligere|ytterligere|nærmere) (?:information|informasjon|info|detaljer)|vide mere|vite mer|(?:fortæl|fortell)(?: [^.!?]{0,5})? mere?",
    "(?:har i|har dere|har du|findes der|finnes det|tilbyder i|tilbyr dere)(?: [^.!?]{0,25})? (?:referencer?|referanser?|grænseflade|grensesnitt|api|integra\\p{L}+|prøve\\p{L}*|rabat\\p{L}*|eksempl\\p{L}+|kunder)(?: [^.!?]{0,40})?\\?",
    "(?:hvordan (?:fungerer|virker)|hvor (?:ligger|lagres|gemmes)|kan (?:det|den|jeres|deres|man))(?: [^.!?]{0,60})?\\?",
    "(?:køb|kjøp|købe|kjøpe) eller leje?|leje? eller (?:køb|kjøp)e?",
  ],
  interested: [
    "(?:er|ville være|ville vært|meget|svært|veldig)(?: [^.!?]{0,12})? interesser(?:et|t|ede|te)",
    "(?:lyder|høres|ser|virker|er)(?: [^.!?]{0,10})? (?:interessant|spændende|spennende|godt ud|bra ut|lovende)",
    "(?:vil|ville)(?: [^.!?]{0,10})? (?:gerne|gjerne) (?:vide|vite|teste|prøve|se|begynde|begynne|starte|høre mere?|lære)",
    "(?:kommer|passer)(?: [^.!?]{0,10})? (?:belejligt|beleilig|på det rigtige tidspunkt|på rett tidspunkt)|har (?:fanget )?min oppmerksomhet|har min opmærksomhed",
    "hvordan (?:kommer|går|starter|begynder|begynner) vi|(?:næste|neste) (?:skridt|steg)|hva(?:d)? (?:har|trenger|behøver) (?:i|dere)(?: [^.!?]{0,8})? (?:brug for|fra oss|fra os)",
    "ja,? (?:gerne|gjerne|tak|takk|send|vis)|send (?:listen|eksemplet|analysen)",
  ],
};
