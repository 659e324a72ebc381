import { expect, test } from "vitest";
import { automaticReasonOf } from "./automatic";

const message = (headers: Record<string, string>, subject = "Re: Pricing") => ({
  headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
  subject,
});

test.each([
  [{ "auto-submitted": "auto-replied" }, "auto_submitted: auto-replied"],
  [{ "auto-submitted": "Auto-Generated; type=vacation" }, "auto_submitted: auto-generated; type=vacation"],
  [{ "auto-submitted": "no" }, null],
  [{ "auto-submitted": "no (a person)" }, null],
  [{ "x-autoreply": "yes" }, "auto_reply_header: x-autoreply"],
  [{ "x-autoreply": "no" }, null],
  [{ "x-autorespond": "Pricing" }, "auto_reply_header: x-autorespond"],
  [{ "x-auto-response-suppress": "DR, OOF, AutoReply" }, "auto_response_suppress: dr, oof, autoreply"],
  [{ "x-auto-response-suppress": "None" }, null],
  [{ precedence: "auto_reply" }, "precedence: auto_reply"],
  [{ precedence: "Bulk" }, "precedence: bulk"],
  [{ precedence: "first-class" }, null],
  [{ "return-path": "<>" }, "empty_return_path: <>"],
  [{ "return-path": "<ana@lead.test>" }, null],
  [{}, null],
])("%j gives %s", (headers, reason) => {
  expect(automaticReasonOf(message(headers))).toBe(reason);
});

test.each([
  "Automatic reply: Pricing",
  "Out of Office: Pricing",
  "AutoReply: Pricing",
  "[Auto-Reply] Pricing",
  "OOO: back on Monday",
  "Automatische Antwort: Preise",
  "Abwesenheitsnotiz: Preise",
  "Réponse automatique : Tarifs",
  "Respuesta automática: Precios",
  "Resposta automática: Preços",
  "Risposta automatica: Prezzi",
  "Automatisch antwoord: Prijzen",
  "Autosvar: Priser",
  "Automaattinen vastaus: Hinnat",
  "Odpowiedź automatyczna: Ceny",
  "Automatická odpověď: Ceny",
  "Automatikus válasz: Árak",
  "Otomatik yanıt: Fiyatlar",
  "Автоматический ответ: Цены",
  "自动回复: 价格",
  "自動返信: 価格",
  "자동 회신: 가격",
])("the subject %j is a machine's", (subject) => {
  expect(automaticReasonOf(message({}, subject))).toMatch(/^subject: \p{L}/u);
});

test.each([
  "Re: Out of office",
  "Re: Automatic reply: Pricing",
  "Our automatic reply feature",
  "Automation for your team",
  "Absence management",
  "Autos für Ihr Team",
])("the subject %j is a person's", (subject) => {
  expect(automaticReasonOf(message({}, subject))).toBeNull();
});

test("headers come before the subject, the subject before the text, and what was found is kept", () => {
  const visibleText = "I am out of office until 30 November.";
  const headers = { "auto-submitted": "auto-replied" };
  expect(automaticReasonOf({ ...message(headers, "Out of office"), visibleText })).toBe("auto_submitted: auto-replied");
  expect(automaticReasonOf({ ...message({}, "Out of Office: Pricing"), visibleText })).toBe("subject: Out of Office");
  expect(automaticReasonOf({ ...message({}), visibleText })).toBe("words: am out of office");
});
