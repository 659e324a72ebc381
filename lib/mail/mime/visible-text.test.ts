import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { snippetOf, visibleTextOf } from "./visible-text";

const QUOTE = "> What does it cost?\n> Sam";
const HISTORY = "What does it cost?\nSam";

test("rows of a table between bars are the writer's own, lines behind a bar are quoted", () => {
  const table = "Our loads:\n\n| hall | kW |\n|------|----|\n| A    | 41 |\n\nWhat does it cost?";
  expect(visibleTextOf(table)).toBe(table);
  expect(visibleTextOf("Yes.\n\n| What does it cost?\n| | 41 kW\n|\n| Sam")).toBe("Yes.");
});

describe("history below an answer is left out", () => {
  test.each([
    ["Gmail", `On Tue, 17 Nov 2026 at 16:20, Sam Own <sam@own.test> wrote:\n\n${QUOTE}`],
    ["Gmail, wrapped", `On Tue, 17 Nov 2026 at 16:20, Sam Own with a long name <\nsam@own.test> wrote:\n\n${QUOTE}`],
    ["Gmail, German", `Am Di., 17. Nov. 2026 um 16:20 Uhr schrieb Sam Own <sam@own.test>:\n\n${QUOTE}`],
    ["Gmail, French", `Le mar. 17 nov. 2026 à 16:20, Sam Own <sam@own.test> a écrit :\n\n${QUOTE}`],
    ["Gmail, Spanish", `El mar, 17 nov 2026 a las 16:20, Sam Own (<sam@own.test>) escribió:\n\n${QUOTE}`],
    ["Gmail, Russian", `вт, 17 нояб. 2026 г. в 16:20, Sam Own <sam@own.test>:\n\n${QUOTE}`],
    ["Gmail, Chinese", `Sam Own <sam@own.test> 于2026年11月17日周二 16:20写道：\n\n${QUOTE}`],
    ["Gmail, Japanese", `2026年11月17日(火) 16:20 Sam Own <sam@own.test>:\n\n${QUOTE}`],
    ["Gmail without the address", `2026-11-17 16:20 GMT+01:00 Sam Own\n\n${HISTORY}`],
    [
      "Gmail, its address on lines of its own",
      `On Tue, 17 Nov 2026 at 16:20 Sam Own\n\n<\nmailto:Sam Own <sam@own.test>\n> wrote:\n\n${HISTORY}`,
    ],
    ["Apple Mail", `On 17. Nov 2026, at 16:20, Sam Own <sam@own.test> wrote:\n\n${QUOTE}`],
    ["Thunderbird, Dutch", `Op 17-11-2026 om 16:20 schreef Sam Own:\n${QUOTE}`],
    ["Polish", `wt., 17 lis 2026 o 16:20 Sam Own <sam@own.test> napisał(a):\n\n${QUOTE}`],
    ["a quote without marks", `On Tue, 17 Nov 2026 at 16:20, Sam Own <sam@own.test> wrote:\n${HISTORY}`],
    [
      "Outlook",
      `From: Sam Own <sam@own.test>\nSent: Tuesday, November 17, 2026 4:20 PM\nTo: Ana Lund\nSubject: Pricing\n\n${HISTORY}`,
    ],
    [
      "Outlook with a rule",
      `________________________________\nFrom: Sam Own\nSent: Tuesday\nTo: Ana\nSubject: Pricing\n\n${HISTORY}`,
    ],
    [
      "Outlook, German",
      `Von: Sam Own <sam@own.test>\nGesendet: Dienstag, 17. November 2026 16:20\nAn: Ana Lund\nBetreff: Pricing\n\n${HISTORY}`,
    ],
    [
      "Outlook, French",
      `De : Sam Own <sam@own.test>\nEnvoyé : mardi 17 novembre 2026 16:20\nÀ : Ana Lund\nObjet : Pricing\n\n${HISTORY}`,
    ],
    ["Outlook in bold", `*From:* Sam Own\n*Sent:* Tuesday\n*To:* Ana\n*Subject:* Pricing\n\n${HISTORY}`],
    ["Outlook, Chinese", `发件人: Sam Own\n发送时间: 2026年11月17日\n收件人: Ana\n主题: Pricing\n\n${HISTORY}`],
    ["old Outlook", `-----Original Message-----\nFrom: Sam Own\n\n${HISTORY}`],
    ["old Outlook, German", `-----Ursprüngliche Nachricht-----\nVon: Sam Own\n\n${HISTORY}`],
    ["only marks", QUOTE],
    ["marks with initials", "SO> What does it cost?\nSO>\nSO> Sam"],
  ])("%s", (_client, history) => {
    expect(visibleTextOf(`Twenty euros.\n\nAna\n\n${history}\n`)).toBe("Twenty euros.\n\nAna");
  });
});

test("an answer below the quote, or between its parts, is kept", () => {
  const text =
    "On Tue, 17 Nov 2026 at 16:20, Sam <sam@own.test> wrote:\n> What does it cost?\n\nTwenty euros.\n\n> When?\nMonday.";

  expect(visibleTextOf(text)).toBe("Twenty euros.\n\nMonday.");
});

test("the writer's own gaps stay, those around a quote close", () => {
  expect(visibleTextOf("One.\n\n\n\nTwo.\n\n\n> quoted\n\n\nThree.")).toBe("One.\n\n\n\nTwo.\n\n\nThree.");
  expect(visibleTextOf(`One.${"\n".repeat(50)}Two.`)).toBe("One.\n\nTwo.");
});

describe("a signature is left out", () => {
  test.each([
    "-- \nAna Lund\nLead Inc.",
    "--\nAna Lund",
    "Sent from my iPhone",
    "Von meinem iPhone gesendet",
    "Envoyé de mon iPhone",
    "Get Outlook for iOS<https://aka.ms/x>",
    "Отправлено с iPhone",
  ])("%j", (signature) => {
    expect(visibleTextOf(`Twenty euros.\n\n${signature}`)).toBe("Twenty euros.");
  });
});

describe("text that only looks like history stays", () => {
  test.each([
    "We wrote to you on Monday: nothing came back.",
    "Here is what I found:\n- one\n- two",
    "From: Berlin\nI can be there at 12:00:",
    "I said at 10:30 that the price is this:\n20 euros",
    "--\nAna",
    "> only a quote",
    "Sent from my iPhone",
    "From: Sam\nSent: Tuesday\nTo: Ana\nSubject: Pricing\n\nA forwarded text",
    "2026-11-17 16:20 GMT+01:00 is when we meet: be there",
    "2026-11-17 16:20 GMT+01:00 works for me\nAna",
    "Sent from the office in Berlin this morning, as promised.\nMore below.",
  ])("%j", (text) => {
    expect(visibleTextOf(text)).toBe(text.trim());
  });
});

test("it is blank only when the text is", () => {
  const line = fc.constantFrom(
    "> a",
    "--",
    "-- ",
    "On Mon, 1 Jan 2026 at 10:00, A <a@b.test> wrote:",
    "From: A",
    "Sent: B",
    "To: C",
    "Subject: D",
    "____________",
    "Sent from my iPhone",
    "",
    "text",
    "-----Original Message-----",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string({ maxLength: 20 })), { maxLength: 15 }), (lines) => {
      const text = lines.join("\n");

      expect(visibleTextOf(text) === "").toBe(text.replace(/[\u200b\ufeff]/gu, "").trim() === "");
    }),
  );
});

test("a snippet is one line of at most 200 characters, cut between words", () => {
  expect(snippetOf("Hello\n\n  Ana,\tyes")).toBe("Hello Ana, yes");
  expect(snippetOf("word ".repeat(100))).toBe("word ".repeat(40).trim());
  expect(snippetOf("😀".repeat(150))).toBe("😀".repeat(100));
});

test("hostile text takes no time", async () => {
  const time = await cpuTimeOf(() => {
    for (const filler of [
      " ",
      "\n ",
      "> ",
      "--\n",
      "From: a\n",
      "On Mon 12:00 a@b.test wrote:\n",
      "1 ",
      "On ",
      "*",
      "a| ",
    ]) {
      visibleTextOf(`x\n${filler.repeat(60_000)}x`);
      visibleTextOf(`x\n| ${filler.replaceAll("|", "").repeat(60_000)}x`);
    }
  });

  expect(time).toBeLessThan(4_000);
}, 60_000);
