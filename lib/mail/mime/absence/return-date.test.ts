import { expect, test } from "vitest";
import { returnDateOf } from "./return-date";

/** A Thursday. */
const SENT = "2026-11-26";
const read = (text: string, isEnglish = true, offsetMinutes: number | null = 60) =>
  returnDateOf(text, { sentOn: SENT, isEnglish, offsetMinutes });

test.each([
  ["I am out of the office and will be back on Monday 30 November.", "2026-11-30"],
  ["I'll return on Monday, November 30th.", "2026-11-30"],
  ["I am away until 4 December 2026 with little access to mail.", "2026-12-04"],
  ["Out of office from 23 November to 4 December.", "2026-12-05"],
  ["Out of office 23-27 November, reach my colleague meanwhile.", "2026-11-28"],
  ["I am on leave through Friday.", "2026-11-28"],
  ["On leave until and including 4 Dec.", "2026-12-05"],
  ["I will be out until 4 December and back at my desk on 7 December.", "2026-12-07"],
  ["Back on Monday.", "2026-11-30"],
  ["I am back tomorrow.", "2026-11-27"],
  ["Returning next week.", "2026-11-30"],
  ["I am away until 2026-12-09.", "2026-12-09"],
  ["I am away until 5 January.", "2027-01-05"],
])("English: %j", (text, date) => {
  expect(read(text)).toBe(date);
});

test.each([
  ["Ich bin bis einschließlich 5. Dezember im Urlaub.", "2026-12-06"],
  ["Ich bin ab Montag, dem 30. November wieder für Sie da.", "2026-11-30"],
  ["Ich bin vom 23.11. bis 27.11.2026 nicht im Büro.", "2026-11-28"],
  ["Bin bis zum 30.11. abwesend.", "2026-11-30"],
  ["Zurück am Dienstag.", "2026-12-01"],
  ["Je suis absent, de retour le lundi 30 novembre.", "2026-11-30"],
  ["Je suis en congé jusqu'au 4 décembre inclus.", "2026-12-05"],
  ["Absent du 23 au 27 novembre.", "2026-11-28"],
  ["Estoy fuera de la oficina y vuelvo el lunes 30 de noviembre.", "2026-11-30"],
  ["Estaré ausente hasta el 3/12.", "2026-12-03"],
  ["Sono in ferie fino al 4 dicembre compreso.", "2026-12-05"],
  ["Rientro il 1° dicembre.", "2026-12-01"],
  ["Ik ben afwezig t/m vrijdag 4 december.", "2026-12-05"],
  ["Maandag 30 november ben ik weer terug.", "2026-11-30"],
  ["Estou de férias e volto na segunda-feira.", "2026-11-30"],
  ["Estarei ausente até 4 de dezembro.", "2026-12-04"],
  ["Jag är på semester till och med den 4 december.", "2026-12-05"],
  ["Jag är tillbaka måndag den 30 november.", "2026-11-30"],
  ["Jeg er tilbage mandag den 30. november.", "2026-11-30"],
  ["Jeg er på ferie og er tilbake 7. desember.", "2026-12-07"],
  ["Jestem na urlopie do 4 grudnia włącznie.", "2026-12-05"],
  ["Wracam w poniedziałek 30 listopada.", "2026-11-30"],
  ["Olen lomalla, palaan maanantaina 30. marraskuuta.", "2026-11-30"],
  ["Jsem mimo kancelář, vrátím se 30. listopadu.", "2026-11-30"],
  ["Я в отпуске до 4 декабря, вернусь 7 декабря.", "2026-12-07"],
  ["12月4日まで不在にしております。", "2026-12-05"],
  ["12月7日に戻ります。", "2026-12-07"],
  ["我将于12月7日返回。", "2026-12-07"],
])("another language: %j", (text, date) => {
  expect(read(text, false)).toBe(date);
});

test("figures are read as the writer orders them", () => {
  expect(read("Away until 3/12.", true, 0)).toBe("2026-12-03");
  expect(read("Away until 12/3.", true, -300)).toBe("2026-12-03");
  expect(read("Away from 11/23 to 12/3.", true, 0)).toBe("2026-12-04");
  expect(read("Away until 3/12, call me at 9 am EST.", true, null)).toBe("2027-03-12");
  expect(read("Away until 12/7/2026.", true, -480)).toBe("2026-12-07");
});

test.each([
  "I am out of the office.",
  "I was back on 20 November.",
  "We founded the company on 4 December 1998.",
  "Call me on 555-12-34 until then.",
  "Order 12/3 is late.",
])("no day of return: %j", (text) => {
  expect(read(text)).toBeNull();
});
