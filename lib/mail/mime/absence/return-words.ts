/**
 * What stands before or behind a day in an absence note, by language. `back`: the writer is there again on it. `until`: an end of
 * which nobody can tell whether that day is still free, so that it counts as the return. `through`: the day itself is still free.
 */
type ReturnWords = { back: string[]; until: string[]; through: string[] };

export const WORDS_BEFORE: ReturnWords = {
  back: [
    "back|return(?:ing)?|returns|resum(?:e|ing)|reachable again|available again|online again|in (?:the )?office again",
    "zurück|wieder(?: (?:da|erreichbar|im büro|im haus|für sie da))?|zurückkehren|rückkehr",
    "de retour|retour|reviens|reviendrai|rentre|rentrerai|reprends?|reprendrai|à nouveau (?:disponible|joignable)",
    "vuelvo|volveré|vuelta|regreso|regresaré|de regreso|reincorporo|reincorporaré|de nuevo (?:disponible|en la oficina)",
    "torno|tornerò|rientro|rientrerò|ritorno|ritornerò|di nuovo (?:disponibile|in ufficio)",
    "terug|weer (?:aanwezig|bereikbaar|op kantoor|beschikbaar)|keer ik weer",
    "de volta|volto|voltarei|regresso|regressarei|retorno|retornarei|retornando",
    "tillbaka|åter|tilbage|tilbake|igen|igjen|retur",
    "wracam|wrócę|powrót|powrotem|będę dostępn[ya]|ponownie|z powrotem",
    "takaisin|palaan|paluu|tavattavissa|zpět|zpátky|vracím se|vrátím se|opět|znovu",
    "вернусь|вернуться|возвращаюсь|снова (?:буду|на связи)|повернуся|visszatérek|elérhető leszek|revin|mă întorc|voi reveni|dönüş|döneceğim",
  ],
  until: [
    "until|till|'til|til|untill|before",
    "bis(?: (?:zum|zu))?",
    "jusqu['’]?(?:au|à|en)?|hasta(?: el)?|até(?: (?:o|a|ao|dia))?|fino (?:al|a|all['’]?)|sino al",
    "tot|t\\/m|tot en met|tills?|fram till|frem til|indtil|inntil",
    "do|až do|do dnia|asti|saakka|до|по|eddig|până (?:la|pe|în)|kadar",
  ],
  through: [
    "through|thru|until and including|up to and including|until \\(?incl(?:uding|usive|\\.)?\\)?|till and including",
    "bis (?:einschlie(?:ß|ss)lich|inklusive|inkl\\.?|einschl\\.?|und mit)(?: (?:zum|dem))?",
    "jusqu['’]?(?:au|à)? inclus|hasta (?:e )?incluid?o|fino (?:al )?compreso|até (?:ao )?inclusive",
    "t\\/m|tot en met|tot & met|till och med|t\\.?o\\.?m\\.?|til og med|t\\.?o\\.?m\\.?|do (?:dnia )?włącznie|včetně",
  ],
};

export const WORDS_BEHIND: ReturnWords = {
  back: [
    "(?:i (?:am|will be) |i['’](?:m|ll be) )?(?:back|available again|returning)",
    "(?:bin ich |ich |wieder |sind wir )?(?:wieder|zurück|erreichbar)",
    "(?:je (?:suis|serai) )?(?:de retour|à nouveau|joignable)|(?:estaré |estoy )?de (?:vuelta|regreso|nuevo|volta)",
    "(?:sarò |sono )?(?:di nuovo|di ritorno)|(?:ben ik |ik )?(?:weer|terug)|(?:är jag |er jeg )?(?:tillbaka|åter|tilbage|tilbake)",
    "(?:będę |jestem )?(?:z powrotem|ponownie|dostępn[ya])|(?:olen |budu )?(?:takaisin|jälleen|zpět|opět)",
    "(?:に|より|から|以降)[^。]{0,12}(?:戻|復帰|出社|対応|返信)|(?:に|より)(?:戻|復帰|出社)|(?:返回|回来|回來|回公司|恢复|恢復|上班)|(?:에|부터) ?(?:복귀|돌아|출근)",
  ],
  until: ["(?:asti|saakka|mennessä|-ig|-ig\\.)|(?:'?(?:e|a|ye|ya) kadar)|之前|前"],
  through: [
    "\\(?(?:inclusive|incl\\.?|included|including|inclus|inclusief|incluid?o|incluso|compreso|inclusive)\\)?",
    "\\(?(?:einschlie(?:ß|ss)lich|inklusive|inkl\\.?|einschl\\.?|włącznie|včetně|inkluderat|inklusiv)\\)?|mukaan lukien",
    "まで|迄|まで(?:の間)?|为止|為止|까지",
  ],
};

/** The first days of a time away stand behind these. What follows "to" in such a span is its last day. */
export const SPAN_BETWEEN =
  "\\s*(?:[-–—~～]|to|through|until|till|and|bis(?: zum)?|und|au|et le|jusqu['’]au|al|hasta el|hasta|y el|a|ao|até(?: ao?)?|fino al|e il|tot(?: en met)?|t\\/m|en met|till(?: och med)?|til(?: og med)?|och|og|do|až do|a|–|до|по|至|到|から|부터)\\s*(?:the |den |dem |le |el |il |o dia |dnia |(?:\\p{L}{2,12},? ){0,1})?";

/** A first day that only says since when the writer can be reached again: "from 7 December on you can reach me again". */
export const FROM_BEFORE =
  "(?:from|as of|starting|ab(?: dem)?|à partir d[ue]|dès le|a partir d(?:e|el|o)|dal(?:l['’])?|vanaf|från(?: och med)?|fr\\.?o\\.?m\\.?|fra(?: og med)?|od(?: dnia)?|alkaen|с)";
export const THERE_AGAIN =
  "back|again|available|reachable|wieder|zurück|erreichbar|de retour|disponible|joignable|de nuevo|de vuelta|di nuovo|disponibile|weer|terug|bereikbaar|beschikbaar|de volta|disponível|novamente|tillbaka|åter|tilbage|tilbake|igen|igjen|z powrotem|ponownie|dostępn[ya]|zpět|opět|k dispozici|takaisin|jälleen|tavoitettavissa|снова|вновь";

/** Days that are told from today. Only behind words of return, since some mean other things too. */
export const TOMORROW =
  "tomorrow|morgen|demain|mañana|domani|amanhã|imorgon|i morgon|i morgen|jutro|huomenna|zítra|завтра|明日|明天|내일";
export const NEXT_WEEK =
  "next week|nächste(?:r|n)? woche|kommende(?:r|n)? woche|la semaine prochaine|semaine prochaine|la próxima semana|la semana que viene|la settimana prossima|settimana prossima|volgende week|na próxima semana|a próxima semana|próxima semana|nästa vecka|næste uge|neste uke|w przyszłym tygodniu|przyszłego tygodnia|ensi viikolla|příští týden|来週|下周|下週|다음 ?주";
