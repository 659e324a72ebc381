import type { ParsedMessage } from "./parsed-message";

/** How a message gave itself away as written by a machine. */
type AutomaticReason =
  "auto_submitted" | "auto_reply_header" | "auto_response_suppress" | "precedence" | "empty_return_path" | "subject";

/**
 * Why a message counts as automatic (out of office, receipts, delivery reports), or null for a person's.
 * The sender's declarations come first (RFC 3834 and its predecessors), the subject's wording last.
 */
export function automaticReasonOf({
  headers,
  subject,
}: Pick<ParsedMessage, "headers" | "subject">): AutomaticReason | null {
  const values = (name: string) =>
    headers.filter((header) => header.name === name).map(({ value }) => value.trim().toLowerCase());
  const has = (name: string) => values(name).some((value) => value !== "" && value !== "no" && value !== "false");

  if (values("auto-submitted").some((value) => value !== "" && !/^no\b/u.test(value))) return "auto_submitted";
  if (AUTO_REPLY_HEADERS.some(has)) return "auto_reply_header";
  if (values("x-auto-response-suppress").some((value) => value !== "" && value !== "none"))
    return "auto_response_suppress";
  if (values("precedence").some((value) => /^(?:bulk|junk|auto[_-]reply)\b/u.test(value))) return "precedence";
  if (values("return-path").some((value) => /^<\s*>/u.test(value))) return "empty_return_path";
  return AUTOMATIC_SUBJECT.test(subject.trim()) ? "subject" : null;
}

const AUTO_REPLY_HEADERS = [
  "x-autoreply",
  "x-autorespond",
  "x-autoresponder",
  "x-auto-reply",
  "x-mail-autoreply",
  "x-autoreply-from",
];

// Anchored: "Re: Out of office" is a person who answers one.
const AUTOMATIC_SUBJECT = new RegExp(
  `^\\W{0,3}(?:${[
    "automatic reply|auto(?:matic)?[ -]?(?:reply|response|responder|answer)|auto ?:|automated (?:reply|response)|out[ -]of[ -](?:the )?office|ooo ?[:\\-–]|vacation (?:reply|notice)|away from (?:the )?(?:office|my mail)",
    "automatische (?:antwort|rückantwort|abwesenheit)|autom\\. antwort|abwesenheits(?:notiz|meldung|nachricht|assistent)|abwesenheit ?:|abwesend ?:|ich bin (?:derzeit |zur ?zeit )?nicht im (?:büro|haus)",
    "réponse automatique|absence du bureau|absent du bureau|message d['’]absence|notification d['’]absence",
    "respuesta automática|fuera de (?:la )?oficina|ausente de la oficina|resposta automática|fora do escritório|ausência temporária|ausente do escritório",
    "risposta automatica|fuori (?:sede|ufficio)|automatisch antwoord|afwezigheids?(?:bericht|melding|assistent)|afwezig ?:|niet op kantoor",
    "autosvar|automatisk[t]? svar|frånvaro(?:meddelande)?|fraværs?(?:melding|besked|assistent)|ikke til stede|automaattinen vastaus|poissaoloilmoitus|poissa toimistosta",
    "odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|poza biurem|nieobecność|automatická odpov[eě][dďt]|mimo kancelář|automatikus válasz|házon kívül|răspuns automat|avtomatski odgovor|automatski odgovor",
    "автоматический ответ|автоответ|нет на месте|автоматична відповідь|автовідповідь|otomatik yanıt|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|תשובה אוטומטית|מענה אוטומטי|رد تلقائي|الرد التلقائي",
    "自动(?:回复|答复)|自動(?:回覆|回復|返信|応答)|不在(?:通知|のお知らせ)|외출 중|부재중|자동 ?(?:회신|응답)|trả lời tự động|balasan otomatis|ตอบกลับอัตโนมัติ",
  ].join("|")})`,
  "iu",
);
