/** The subject of an automatic answer, its words as first group. Anchored: "Re: Out of office" is a person who answers one. */
export const AUTOMATIC_SUBJECT = new RegExp(
  `^\\W{0,3}(${[
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
