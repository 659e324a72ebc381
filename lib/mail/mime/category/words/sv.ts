import type { CategoryWords } from "../category-words";

export const swedish: CategoryWords = {
  common: "och är inte vi jag ni er det en ett att för med på som av till har den om tack men från hej oss vår kan",
  negations: "inte|ej|inga|inget|ingen|aldrig|utan|knappast",
  conditions: "om|ifall|när",
  but: "men|dock|däremot",
  alone: {
    dnc: ["avregistrera(?: mig)?", "avprenumerera", "ta bort mig", "avanmäl(?: mig)?", "stopp?", "sluta"],
    not: ["nej", "nej,? tack", "inte intresserad[ae]?", "ej intresserad[ae]?", "inget intresse"],
    interested: ["ja,? (?:tack|gärna)", "gärna", "intresserad[ae]?"],
  },
  clear: [
    "(?:ta bort|stryk|radera|plocka bort|avregistrera|avanmäl) (?:mig|oss|min (?:adress|mejladress|mailadress|e-?postadress|e-?post)|våra adresser)(?: [^.!?,]{0,12})? (?:från|ur|på) (?:(?:er|din|denna|den här|alla|era|ditt|ert) )*(?:mejl|mail|sänd|utskicks)?(?:lista|listan|listor|register|nyhetsbrev|utskick|databas)",
    "(?:avregistrera|avprenumerera|avanmäl|avanmäla) (?:mig|oss)|(?<=^|[.!\\n] ?)(?:avregistrera|avprenumerera|avanmälan)(?:,? tack)?(?= ?(?:[.!\\n]|$))",
    "(?:kontakta|mejla|maila) (?:mig|oss) (?:inte|aldrig) (?:mer|igen)(?= ?(?:[.!,;\\n]|$))",
  ],
  dnc: [
    "(?:ta|stryk|radera|plocka) bort (?:mig|oss|min (?:adress|mejl\\p{L}*|mail\\p{L}*|e-?post\\p{L}*)|mina uppgifter)(?= ?(?:[.!,;\\n]|$))|(?:radera|stryk) (?:mig|oss|mina uppgifter|min adress)(?= ?(?:[.!,;\\n]|$))",
    "(?:inte|inga|aldrig)(?: ha| få| skicka)? (?:fler|mer) (?:mejl|mail|meddelanden|utskick|reklam)|inte (?:längre )?bli kontaktad",
    "(?:kontakta|mejla|maila|skriv till) (?:mig|oss) (?:inte|aldrig|ej) (?:mer|igen)|(?:kontakta|mejla|maila) (?:inte|aldrig|ej) (?:mig|oss)(?: mer| igen|(?= ?(?:[.!\\n]|$)))",
    "sluta (?:mejla|maila|skriva till|kontakta|skicka (?:mejl|mail))(?: mig| oss|(?= ?(?:[.!\\n]|$)))|motsätter mig (?:behandling|användning)\\p{L}*",
  ],
  wrong: [
    "(?:fel|inte rätt) (?:person|kontakt|adress|avdelning|mottagare)|(?:inte|ej)(?: [^.!?]{0,6})? (?:ansvarig|ansvarar|mitt (?:område|bord|ansvar)|jag som)",
    "(?:jobbar|arbetar|är)(?: [^.!?]{0,6})? (?:inte|ej) (?:längre |kvar )(?:hos|här|på|kvar)?|har (?:slutat|lämnat|gått i pension)",
    "(?:kontakta|hör av (?:dig|er) till|vänd (?:dig|er) till|skriv till|prata med)(?: [^.!?]{0,10})?(?: istället| hellre)? (?!mig|oss)",
    "(?:rätt person|ansvarig)(?: [^.!?]{0,15})? är",
  ],
  not: [
    "(?:inte|ej|inget|inga|knappast)(?: [^.!?]{0,12})? (?:intresse|intresserad[ae]?|intressant|behov|aktuellt|prioritet|prioriterat|relevant|budget|för oss|passar|läge)",
    "nej,? tack|tack,? men nej",
    "(?:just nu|för närvarande|i nuläget|i år)(?: [^.!?]{0,8})? (?:inte|inget|ingen)(?! på (?:kontoret|plats))",
    "(?:har|använder|jobbar|arbetar)(?: vi)? (?:redan)(?: [^.!?]{0,40})?|ingen budget|(?:avstår|tackar nej)",
    "(?:valt|bestämt oss för|skrivit (?:på|avtal) med) (?:en )?(?:annan|annat|andra)",
    "inte (?:nu|just nu)(?=[.,:;!]|$)",
  ],
  meeting: [
    "(?:kan vi|ska vi|skulle vi kunna|vill gärna|vi kan|låt oss|gärna)(?: [^.!?]{0,30})? (?:ringas|prata|ses|höras|träffas|ett möte|ett samtal|boka|ta ett)",
    "(?:boka|bestäm|planera|lägg in|föreslå)(?: [^.!?]{0,15})? (?:ett |en |in )?(?:möte|samtal|tid|demo|avstämning)",
    "(?:måndag|tisdag|onsdag|torsdag|fredag|i morgon|imorgon|nästa vecka)[^.!?\\n]{0,30} (?:passar|funkar|fungerar|går bra|är bra|kan jag|kan vi|är jag ledig|är lugnt|är det lugnt|blir bra)",
    "(?:passar|funkar|fungerar)(?: [^.!?]{0,10})? (?:måndag|tisdag|onsdag|torsdag|fredag|i morgon|imorgon|nästa vecka|kl)",
    "(?:skicka|mejla|maila)(?: [^.!?]{0,15})? (?:en |ett )?(?:inbjudan|kallelse|möteslänk|bokningslänk|mötesförfrågan|länk till)",
    "ring (?:mig|oss|upp)|när (?:passar|kan|har) (?:det|du|ni)|kom (?:förbi|hit|ut)",
    "(?:måndag|tisdag|onsdag|torsdag|fredag),?(?: kl\\.?| klockan| från| efter)? \\d{1,2}(?:[:.]\\d\\d)",
  ],
  info: [
    "vad (?:kostar|skulle|är priset|ligger|blir)|hur mycket kostar",
    "(?:skicka|mejla|maila|ge|få|visa)(?: [^.!?]{0,30})? (?:priser?|prislista|offert|information|info|broschyr|presentation|datablad|referenser?|underlag|exempel|detaljer|dokumentation)",
    "(?:mer|ytterligare|närmare) (?:information|info|detaljer)|veta mer|berätta mer",
    "(?:har ni|finns det|erbjuder ni)(?: [^.!?]{0,25})? (?:referenser?|gränssnitt|api|integration|prov\\p{L}*|rabatt|exempel|certifikat|kunder|koppling)(?: [^.!?]{0,40})?\\?",
    "(?:hur fungerar|hur funkar|var (?:lagras|ligger|sparas)|går det att|kan (?:det|den|ert))(?: [^.!?]{0,60})?\\?",
    "köp(?:a)? eller hyr\\p{L}*|hyr\\p{L}* eller köp\\p{L}*",
  ],
  interested: [
    "(?:är|vore|blir|mycket|klart|väldigt)(?: [^.!?]{0,12})? intresserad[ae]?",
    "(?:låter|verkar|ser|är|det vore)(?: [^.!?]{0,10})? (?:intressant|spännande|bra(?= ut|\\.|,|!)|lovande)",
    "(?:vill|skulle vilja)(?: [^.!?]{0,10})? (?:gärna )?(?:veta|testa|prova|se|börja|höra mer|lära)",
    "(?:kommer|passar)(?: [^.!?]{0,10})? (?:lägligt|i rätt tid|bra i tiden)|har (?:fångat )?min uppmärksamhet",
    "hur (?:börjar|går|kommer) vi|nästa steg|vad behöver ni(?: [^.!?]{0,8})? (?:av|från) oss",
    "ja,? (?:gärna|tack|skicka|visa)|skicka (?:listan|exemplet|analysen)",
  ],
};
