import type { CategoryWords } from "../category-words";

export const polish: CategoryWords = {
  common:
    "i w na nie się z do to jest że dla o od jak czy po za pan pani nasz nasza my mnie nam dziękuję proszę mamy ale dzień dobry",
  negations: "nie|ani|nigdy|żaden|żadnej|żadnego|bez|brak",
  conditions: "jeśli|jeżeli|gdyby|kiedy|gdy",
  but: "ale|jednak|natomiast|lecz",
  alone: {
    dnc: ["wypisz(?: mnie)?", "proszę (?:o wypisanie|wypisać|o usunięcie)", "stop", "usuń(?: mnie)?"],
    not: [
      "nie",
      "rezygnuję",
      "nie,? dziękuję",
      "nie,? dziękujemy",
      "brak zainteresowania",
      "nie jestem zainteresowan[ya]",
    ],
    interested: ["tak,? (?:proszę|chętnie|poproszę)", "chętnie", "zainteresowan[ya]"],
  },
  clear: [
    "(?:usu|wypis|wypisz|wykreśl|skreśl)\\p{L}*(?: [^.!?,]{0,6})? (?:mnie|nas|mój|mojego|nasz|naszego|moje|tego)(?: (?:adresu|adres|maila|mail|e-?mail|e-?maila|dane|danych))?(?: [^.!?,]{0,12})? z (?:(?:listy|list|bazy|baz|waszej|państwa|tej|swojej|mailingu|newslettera|wszystkich)(?: |(?= ?(?:[.!,;\\n]|$))))+",
    "(?:proszę|prosimy)(?: [^.!?,]{0,6})? (?:o wypisanie|wypisać|o wykreślenie|wykreślić)(?: (?:mnie|nas))?(?: [^.!?,]{0,10})?(?: z (?:listy|bazy|mailingu|newslettera)|(?= ?(?:[.!,;\\n]|$)))",
    "wypisz(?:cie)? mnie(?= ?(?:[.!,;\\n]|$))|(?<=^|[.!\\n] ?)(?:wypisz mnie|wypisać)(?:,? proszę)?(?= ?(?:[.!\\n]|$))",
    "nie piszcie do (?:mnie|nas) więcej(?= ?(?:[.!,;\\n]|$))|proszę (?:więcej )?do (?:mnie|nas) (?:więcej )?nie pisać(?= ?(?:[.!,;\\n]|$))",
  ],
  dnc: [
    "(?:usuń|usuńcie|usunąć|usunięcie|wykreśl\\p{L}*|skreśl\\p{L}*)(?: [^.!?]{0,6})? (?:mnie|moich danych|moje dane|mój adres|mojego adresu)(?= ?(?:[.!,;\\n]|$))",
    "(?:proszę|prosimy)(?: [^.!?]{0,10})? (?:(?:do mnie |do nas )?(?:więcej )?nie (?:pisać|kontaktować)|(?:więcej |już )?nie (?:wysyłać|przesyłać) (?:mi |nam )?(?:więcej |takich |tych )?(?:maili|wiadomości|ofert|reklam|e-?maili)|o (?:zaprzestanie|niewysyłanie|nieprzesyłanie))",
    "nie (?:pisz|piszcie|kontaktuj|kontaktujcie)(?: się)?(?: ze mną| do mnie| do nas| z nami)?(?: więcej| już)|nie (?:życzę|życzymy) sobie|nie (?:wyrażam|wyrażamy) zgody na|nie (?:chcę|chcemy) (?:więcej )?otrzymywać (?:więcej )?(?:maili|wiadomości|ofert|reklam|e-?maili|tych|takich)",
    "(?:przestań|przestańcie|proszę przestać)(?: do mnie)? (?:pisać|wysyłać)|wycofuję zgodę|wnoszę sprzeciw|(?:korzystam z|wykonuję) praw[ao] do",
  ],
  wrong: [
    "(?:niewłaściw|zł|nieodpowiedni)\\p{L}* (?:osob|adres|kontakt)\\p{L}*|nie (?:jestem|ja)(?: [^.!?]{0,10})? (?:właściwą|odpowiednią|odpowiedzialn|osobą|decyduję|zajmuję)\\p{L}*|nie (?:zajmuję|zajmujemy) się (?:tym|takimi)|to nie (?:mój|moja) (?:dział|działka|obszar|zakres)",
    "(?:już )?nie pracuj\\p{L}*(?: [^.!?]{0,20})?|(?:odszedł|odeszła|odszedłem|odeszłam)(?: [^.!?]{0,15})?|(?:przeszedł|przeszła|jest) na emerytur\\p{L}*",
    "(?:proszę|prosimy)(?: [^.!?]{0,12})? (?:kontakt z|kontaktować się z|pisać do|napisać do|zwrócić się do|skontaktować się z|o kontakt z) (?!mną|nami)",
    "(?:właściwą|odpowiednią) osobą(?: [^.!?]{0,15})? (?:jest|będzie)|(?:zajmuje się tym|tym zajmuje się|decyduje o tym)",
  ],
  not: [
    "nie (?:jestem|jesteśmy|jest to|będziemy|mamy|ma|wykazujemy)(?: [^.!?]{0,15})? (?:zainteresowan|zainteresowania|potrzeby|budżetu|priorytet|dla nas|tematem)\\p{L}*",
    "brak (?:zainteresowania|budżetu|potrzeby|środków)|nie interesuje (?:mnie|nas)",
    "nie,? dziękuj\\p{L}+|dziękuj\\p{L}+,? (?:ale )?nie(?! (?:ma|mam)\\p{L}* (?:pytań|nic przeciw))",
    "nie (?:potrzebujemy|potrzebuję|planujemy|skorzystamy|skorzystam)|(?:to )?nie (?:dla nas|jest dobry moment|jest priorytet\\p{L}*|teraz|w tym roku)",
    "(?:obecnie|na razie|w tej chwili|w tym roku|aktualnie)(?: [^.!?]{0,8})? nie(?! ma (?:mnie|go|jej))",
    "(?:mamy|korzystamy|używamy|współpracujemy)(?: [^.!?]{0,8})? już(?: [^.!?]{0,40})?|już (?:mamy|korzystamy|używamy|współpracujemy)(?: [^.!?]{0,40})?|(?:wybraliśmy|podpisaliśmy umowę z) inn\\p{L}+",
    "(?:nie teraz|teraz nie)(?=[.,:;!]|$)",
  ],
  meeting: [
    "(?:możemy|moglibyśmy|chętnie|proponuję|chciałbym|chciałabym|porozmawiajmy|umówmy się|spotkajmy się)(?: [^.!?]{0,30})?(?: porozmawia\\p{L}*| spotka\\p{L}*| umówi\\p{L}*| rozmow\\p{L}*| zadzwoni\\p{L}*| w poniedziałek| we wtorek| w środę| w czwartek| w piątek| jutro)",
    "(?:umów|zaplanuj|ustal|zarezerwuj)\\p{L}*(?: [^.!?]{0,15})? (?:spotkanie|rozmowę|termin|termin rozmowy|demo|telefon|na)",
    "(?:poniedziałek|wtorek|środ[aęy]|czwartek|piątek|jutro|przyszłym tygodniu)[^.!?\\n]{0,30} (?:pasuje|odpowiada|może być|byłoby dobrze|mogę|możemy|mi pasuje|jest spokojnie|mam czas|jestem woln[ya])",
    "(?:pasuje|odpowiada)(?: [^.!?]{0,10})? (?:poniedziałek|wtorek|środa|czwartek|piątek|jutro)",
    "(?:prze|wy)?(?:słać|ślij|syłaj|ślę|słanie)\\p{L}*(?: [^.!?]{0,15})? (?:zaproszeni\\p{L}+|link do (?:spotkania|rozmowy))|proszę o (?:zaproszenie|telefon|termin)",
    "proszę (?:o telefon|zadzwonić|dzwonić)|kiedy (?:możemy|ma pan|ma pani|pasuje|byłby)|(?:zapraszam|zapraszamy)(?: [^.!?]{0,15})? (?:do nas|do zakładu|na miejsce)",
    "(?:poniedziałek|wtorek|środ[aęy]|czwartek|piątek),?(?: o| o godz\\.?| od| po)? \\d{1,2}(?:[:.]\\d\\d)",
  ],
  info: [
    "(?:ile) (?:to )?(?:kosztuje|kosztują|kosztowałoby|by)|jak(?:a|ie|i)(?: [^.!?]{0,10})? (?:cen[ay]|koszt\\p{L}*)",
    "(?:proszę|prosimy|poproszę|przesłać|prześlij|wyślij|wysłać)(?: [^.!?]{0,25})? (?:cennik\\p{L}*|cen[yęa]|ofert[ęy]|wycen[ęy]|informacj[ęei]|materiał\\p{L}*|broszur[ęy]|prezentacj[ęeai]|referencj[eęi]|szczegół\\p{L}*|przykład\\p{L}*|dokumentacj[ęi]|kart\\p{L}+)",
    "(?:więcej|dalsze|dodatkowe) (?:informacj\\p{L}+|szczegół\\p{L}+|danych)|dowiedzieć się więcej",
    "(?:czy (?:mają|macie|jest|są|można|oferują|to|system|państwa))(?: [^.!?]{0,60})?\\?",
    "(?:jak (?:to )?działa|gdzie (?:są|będą)(?: [^.!?]{0,20})? (?:przechowywane|dane))(?: [^.!?]{0,60})?\\?",
    "zakup czy (?:wynajem|dzierżawa)|kupno czy najem|(?:wynajem|dzierżawa|najem) czy (?:zakup|kupno)",
  ],
  interested: [
    "(?:jestem|jesteśmy|byłbym|byłabym|bylibyśmy|bardzo)(?: [^.!?]{0,12})? zainteresowan\\p{L}+",
    "(?:interesuje|zainteresowało|zaciekawił\\p{L}*)(?: to)? (?:mnie|nas)|(?:mnie|nas) (?:to )?(?:interesuje|zainteresował\\p{L}*)",
    "(?:brzmi|wygląda|to jest|jest to|wydaje się)(?: [^.!?]{0,10})? (?:bardzo )?(?:ciekaw|interesując|obiecując|dobrze)\\p{L}*",
    "(?:chciałbym|chciałabym|chcielibyśmy|chętnie|chcemy)(?: [^.!?]{0,12})? (?:dowie|wypróbuj|przetest|spróbuj|zobacz|zaczą|pozna)\\p{L}*",
    "(?:w samą porę|w dobrym momencie|trafili państwo)|(?:mają|ma) (?:pan|pani|państwo) moją uwagę",
    "(?:jak|od czego|kiedy) (?:zaczynamy|zacząć|możemy zacząć|zaczniemy)|(?:następne|kolejne) kroki|co dalej|czego (?:państwo )?(?:potrzebują|potrzebujecie|potrzeba) (?:od nas)?",
    "tak,? (?:proszę|poproszę|chętnie|chcę|chcemy)|(?:proszę|prosimy) (?:przesłać|wysłać|o przesłanie) (?:listę|listy|przykład|przykładu|analizę)",
  ],
};
