import type { Language } from "../texts/pack";

type Place = readonly [city: string, timeZone: string];

/** Cities where the leads' companies stand, with their zones. */
export const PLACES: Record<Language, readonly Place[]> = {
  en: [
    ["Leeds", "Europe/London"],
    ["Hull", "Europe/London"],
    ["Dundee", "Europe/London"],
    ["Cork", "Europe/Dublin"],
    ["Milwaukee", "America/Chicago"],
    ["Grand Rapids", "America/Detroit"],
    ["Spokane", "America/Los_Angeles"],
    ["Allentown", "America/New_York"],
    ["Adelaide", "Australia/Adelaide"],
    ["Hamilton", "Pacific/Auckland"],
    ["Durban", "Africa/Johannesburg"],
  ],
  de: [
    ["Kassel", "Europe/Berlin"],
    ["Ulm", "Europe/Berlin"],
    ["Osnabrück", "Europe/Berlin"],
    ["Linz", "Europe/Vienna"],
    ["Winterthur", "Europe/Zurich"],
    ["Chemnitz", "Europe/Berlin"],
  ],
  fr: [
    ["Angers", "Europe/Paris"],
    ["Roubaix", "Europe/Paris"],
    ["Valence", "Europe/Paris"],
    ["Namur", "Europe/Brussels"],
    ["Trois-Rivières", "America/Toronto"],
  ],
  es: [
    ["Logroño", "Europe/Madrid"],
    ["Murcia", "Europe/Madrid"],
    ["Vigo", "Europe/Madrid"],
    ["Querétaro", "America/Mexico_City"],
    ["Rosario", "America/Argentina/Cordoba"],
  ],
  pt: [
    ["Braga", "Europe/Lisbon"],
    ["Aveiro", "Europe/Lisbon"],
    ["Joinville", "America/Sao_Paulo"],
  ],
  it: [
    ["Brescia", "Europe/Rome"],
    ["Parma", "Europe/Rome"],
    ["Bari", "Europe/Rome"],
  ],
  nl: [
    ["Tilburg", "Europe/Amsterdam"],
    ["Zwolle", "Europe/Amsterdam"],
    ["Gent", "Europe/Brussels"],
  ],
  sv: [
    ["Växjö", "Europe/Stockholm"],
    ["Umeå", "Europe/Stockholm"],
    ["Borås", "Europe/Stockholm"],
  ],
  pl: [
    ["Bydgoszcz", "Europe/Warsaw"],
    ["Rzeszów", "Europe/Warsaw"],
    ["Legnica", "Europe/Warsaw"],
  ],
  tr: [
    ["Manisa", "Europe/Istanbul"],
    ["Bursa", "Europe/Istanbul"],
    ["Gaziantep", "Europe/Istanbul"],
  ],
  ar: [
    ["الدمام", "Asia/Riyadh"],
    ["العين", "Asia/Dubai"],
  ],
  ja: [
    ["浜松", "Asia/Tokyo"],
    ["新潟", "Asia/Tokyo"],
  ],
};

/** A company's name is a stem and a trade in its language, both invented or common. */
export const STEMS: Record<Language, [string, string]> = {
  en: [
    "Harrow Fen Marl Thorn Ald Brack Cald Wether Pens Holm Stan Ravens Elder Copper Lark",
    "mere combe ley wick dale field gate hurst worth brook",
  ],
  de: ["Ober Linden Stein Wald Hagen Birken Felsen Mühl Sonnen Eichen", "brück feld hausen kamp tal berg stett rode"],
  fr: ["Val Mont Beau Clair Roche Font Belle Haute", "fleur rive court mare lande brune pré vigne"],
  es: ["Val Monte Fuen Peña Ribera Torre Alta Casa", "mora clara blanca seca luz dura verde hierro"],
  pt: ["Monte Vale Serra Ribeira Fonte Pedra", "longo claro alva nova fria mar"],
  it: ["Monte Val Rocca Ponte Acqua Selva", "chiara verde franca lunga bruna nera"],
  nl: ["Oost Zand Water Veen Linde Molen", "wijk hoek laar horst burg dijk"],
  sv: ["Björk Sten Ek Norr Älv Sjö", "hult torp vik berga fors näs"],
  pl: ["Zielon Dąbr Lip Sosn Kamien Jawor", "owa ówka iny owiec nica any"],
  tr: ["Ak Kara Gün Deniz Yeşil Taş", "su dağ pınar tepe ova kaya"],
  ar: ["الواحة:Waha النخيل:Nakheel الساحل:Sahel الربيع:Rabia", ""],
  ja: ["青葉:Aoba 白石:Shiraishi 若松:Wakamatsu 日向:Hinata", ""],
};

export const TRADES: Record<Language, string> = {
  en: "Dairy|Bakeries|Bottling|Castings|Packaging|Timber|Plastics|Brewing|Coatings|Foods|Textiles|Ceramics",
  de: "Lebensmittel GmbH|Metallbau GmbH|Molkerei eG|Kunststofftechnik|Werkzeugbau|Druckguss|Brauerei|Verpackungen|Holzwerke",
  fr: "Laiterie|Emballages|Fonderie|Biscuits|Plasturgie|Bois|Textiles|Conserves",
  es: "Lácteos|Envases|Conservas|Fundición|Plásticos|Cerámica|Bodegas",
  pt: "Cerâmica|Conservas|Têxteis|Moldes|Embalagens",
  it: "Imballaggi|Fonderie|Ceramiche|Pastificio|Filati|Stampaggio",
  nl: "Zuivel|Verpakking|Kunststof|Bakkerij|Houtindustrie",
  sv: "Sågverk|Plast|Mejeri|Gjuteri|Förpackning",
  pl: "Meble|Opakowania|Odlewnia|Mleczarnia|Tworzywa",
  tr: "Gıda|Ambalaj|Döküm|Tekstil|Plastik",
  ar: "للألبان:Dairy|للتغليف:Packaging|للبلاستيك:Plastics",
  ja: "食品:Foods|精機:Seiki|化成:Kasei",
};

export const TITLES: Record<Language, string> = {
  en: "Plant manager|Energy manager|Head of maintenance|Operations director|Production lead|Finance director|Site engineer",
  de: "Werksleitung|Leitung Instandhaltung|Energiebeauftragte|Technische Leitung|Produktionsleitung|Kaufmännische Leitung",
  fr: "Responsable maintenance|Direction de site|Responsable énergie|Direction industrielle|Responsable production",
  es: "Dirección de planta|Jefatura de mantenimiento|Responsable de energía|Dirección de operaciones",
  pt: "Direção fabril|Responsável de manutenção|Gestão de energia",
  it: "Direzione di stabilimento|Responsabile manutenzione|Energy manager|Direzione acquisti",
  nl: "Bedrijfsleider|Hoofd technische dienst|Energiecoördinator",
  sv: "Platschef|Underhållschef|Energiansvarig",
  pl: "Dyrektor zakładu|Utrzymanie ruchu|Specjalista ds. energii",
  tr: "Fabrika müdürü|Bakım şefi|Enerji yöneticisi",
  ar: "مدير المصنع|مدير الصيانة",
  ja: "工場長|設備保全課",
};
