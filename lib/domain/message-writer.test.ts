import { expect, test } from "vitest";
import { isSameCompany, writerOf } from "./message-writer";

const lead = { email: "ana.berg@lead.test", firstName: "Ana", lastName: "Berg" };
const from = (address: string, name = "") => writerOf({ name, address }, lead);

test("the lead is known by the address, whatever the name and the case", () => {
  expect(from("Ana.Berg@LEAD.test", "Sales desk")).toBe("lead");
});

test("the lead writes from a further address when a person said so, or under the same full name", () => {
  expect(writerOf({ name: "", address: "a@home.test" }, { ...lead, addresses: ["A@home.test"] })).toBe("alias");
  expect(from("ana1980@gmail.com", "Berg, Ana")).toBe("alias");
  expect(writerOf({ name: "Jose Nunez", address: "j@x.test" }, { ...lead, firstName: "José", lastName: "Núñez" })).toBe(
    "alias",
  );
  expect(from("aberg@lead.test")).toBe("alias");
  expect(from("a.berg@eu.lead.test")).toBe("alias");
});

test("one name alone says nothing, nor does an address of that name under another one", () => {
  expect(writerOf({ name: "Ana", address: "ana@other.test" }, { ...lead, lastName: "" })).toBe("forward");
  expect(from("a.berg@lead.test", "Axel Berg")).toBe("colleague");
});

test("who shares the company's domain is a colleague, everybody else was passed the message", () => {
  expect(from("ben@lead.test", "Ben Ode")).toBe("colleague");
  expect(from("ben@mail.lead.test", "Ben Ode")).toBe("colleague");
  expect(from("ben@agency.test", "Ben Ode")).toBe("forward");
  expect(from("ben@notlead.test", "Ben Ode")).toBe("forward");
  expect(from("", "Ben Ode")).toBe("forward");
});

test("a domain where anybody gets an address makes nobody a colleague", () => {
  const free = { ...lead, email: "ana@gmail.com" };
  expect(writerOf({ name: "Ben Ode", address: "ben@gmail.com" }, free)).toBe("forward");
  expect(isSameCompany("gmail.com", "gmail.com")).toBe(false);
});
