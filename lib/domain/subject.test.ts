import { expect, test } from "vitest";
import { baseSubject, forwardSubject, isForward, replySubject, subjectDirection } from "./subject";

test.each([
  ["Pricing", "Re: Pricing"],
  ["Re: Pricing", "Re: Pricing"],
  ["RE: Re: re: Pricing", "Re: Pricing"],
  ["AW: Pricing", "Re: Pricing"],
  ["Sv: Antw: Pricing", "Re: Pricing"],
  ["RE[2]: Pricing", "Re: Pricing"],
  ["Re(3): Pricing", "Re: Pricing"],
  ["Re : Pricing", "Re: Pricing"],
  ["回复：Pricing", "Re: Pricing"],
  ["Odp: YNT: Vá: Pricing", "Re: Pricing"],
  ["Отв: Pricing", "Re: Pricing"],
  ["رد: Pricing", "Re: Pricing"],
  ["Fwd: Pricing", "Re: Fwd: Pricing"],
  ["RE: WG: AW: Pricing", "Re: WG: Pricing"],
  ["Regarding: Pricing", "Re: Regarding: Pricing"],
  ["Reminder", "Re: Reminder"],
  ["Price: 20 €", "Re: Price: 20 €"],
  ["Re: Pricing\r\nBcc: eve@evil.test", "Re: Pricing Bcc: eve@evil.test"],
  ["", "Re:"],
  ["Re:", "Re:"],
])("the reply to %j is %j", (subject, reply) => {
  expect(replySubject(subject)).toBe(reply);
});

test.each([
  ["Fwd: TR: RV: Pricing", "Pricing"],
  ["İLT: Pricing", "Pricing"],
  ["转发: 回复: 价格", "价格"],
  ["  Pricing \t for  two ", "Pricing for two"],
  ["Tr.ansport: new", "Tr.ansport: new"],
])("the base of %j is %j", (subject, base) => {
  expect(baseSubject(subject)).toBe(base);
});

test("answering an answer changes nothing more", () => {
  expect(replySubject(replySubject("AW: Fwd: Pricing"))).toBe(replySubject("AW: Fwd: Pricing"));
});

test("a forward has one mark, in place of those before it", () => {
  expect(forwardSubject("Re: AW: The offer")).toBe("Fwd: The offer");
  expect(forwardSubject("WG: Fwd: The offer")).toBe("Fwd: The offer");
  expect(forwardSubject("")).toBe("Fwd:");
});

test.each([
  ["Fwd: Pricing", true],
  ["  WG: AW: Pricing", true],
  ["转发：价格", true],
  ["Re: Fwd: Pricing", false],
  ["Forward planning", false],
  ["", false],
])("%j brings another message along: %j", (subject, does) => {
  expect(isForward(subject)).toBe(does);
});

test.each([
  ["A question", "ltr"],
  ["سؤال عن مصنع الدمام", "rtl"],
  ["Re: שאלה על המפעל", "rtl"],
  ["Fwd: Re: 13 kW לאף אחד", "ltr"],
  ["رد: About the plant", "ltr"],
  ["42", "ltr"],
  ["", "ltr"],
])("%j is read %s: marks of replies say nothing about it", (subject, direction) => {
  expect(subjectDirection(subject)).toBe(direction);
});
