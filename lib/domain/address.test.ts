import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, domainOf, formatParty, isAddress, parseAddressList, sameAddress } from "./address";

describe("a list of addresses", () => {
  test.each([
    ["ana@lead.test", [{ name: "", address: "ana@lead.test" }]],
    ["Ana Lund <Ana.Lund@LEAD.Test>", [{ name: "Ana Lund", address: "Ana.Lund@lead.test" }]],
    [
      '"Lund, Ana" <ana@lead.test>, ben@lead.test',
      [
        { name: "Lund, Ana", address: "ana@lead.test" },
        { name: "", address: "ben@lead.test" },
      ],
    ],
    ['"Ana \\"the boss\\" Lund" <ana@lead.test>', [{ name: 'Ana "the boss" Lund', address: "ana@lead.test" }]],
    [
      "ana@lead.test; ben@lead.test;",
      [
        { name: "", address: "ana@lead.test" },
        { name: "", address: "ben@lead.test" },
      ],
    ],
    [
      "Team: ana@lead.test, Ben <ben@lead.test>;",
      [
        { name: "", address: "ana@lead.test" },
        { name: "Ben", address: "ben@lead.test" },
      ],
    ],
    ["undisclosed-recipients:;", []],
    ["undisclosed-recipients: , ;", []],
    [
      "Team:,ana@lead.test,, Ben <ben@lead.test>, ;, eva@lead.test",
      [
        { name: "", address: "ana@lead.test" },
        { name: "Ben", address: "ben@lead.test" },
        { name: "", address: "eva@lead.test" },
      ],
    ],
    ["ana@lead.test <ana@lead.test>", [{ name: "ana@lead.test", address: "ana@lead.test" }]],
    ["Jörg <joerg@MÜNCHEN.example>", [{ name: "Jörg", address: "joerg@xn--mnchen-3ya.example" }]],
    ["o'neil+sales@lead.test", [{ name: "", address: "o'neil+sales@lead.test" }]],
    [" , ,ana@lead.test,, ", [{ name: "", address: "ana@lead.test" }]],
    ["", []],
  ])("%j is read", (text, parties) => {
    expect(parseAddressList(text)).toEqual({ parties, bad: [] });
  });

  test.each([
    ["not-an-address", "syntax"],
    ["ana@lead", "syntax"],
    ["ana@@lead.test", "syntax"],
    ["@lead.test", "syntax"],
    ["ana..lund@lead.test", "syntax"],
    ["ana@-lead.test", "syntax"],
    ["ana@[127.0.0.1]", "syntax"],
    ["ana@127.0.0.1", "syntax"],
    ['"victim@lead.test x"@own.test', "syntax"],
    ['"a\\"b"@own.test', "syntax"],
    ["ana@lead.test <ben@lead.test", "syntax"],
    ["ana\u202e@lead.test", "syntax"],
    ["(".repeat(1_900) + "ana@lead.test", "syntax"],
    ["ana@lead.test\r\nBcc: eve@evil.test", "control_character"],
    ['"Ana\nBcc: eve@evil.test" <ana@lead.test>', "control_character"],
    ["ana@lead.test\u0000", "control_character"],
    ["ana@lead.test\u2028", "control_character"],
    [`${"a".repeat(65)}@lead.test`, "too_long"],
    [`${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(20)}.test`, "too_long"],
  ])("%j is refused as %s and kept as typed", (text, reason) => {
    expect(parseAddressList(text)).toEqual({ parties: [], bad: [{ text, reason }] });
  });

  test("one bad address spoils none of the others", () => {
    const { parties, bad } = parseAddressList("ana@lead.test, nobody, ben@lead.test");

    expect(parties.map(({ address }) => address)).toEqual(["ana@lead.test", "ben@lead.test"]);
    expect(bad).toEqual([{ text: "nobody", reason: "syntax" }]);
  });

  test("a comma in quotes never makes a second recipient", () => {
    const { parties } = parseAddressList('"eve@evil.test, Ana" <ana@lead.test>');

    expect(parties).toEqual([{ name: "eve@evil.test, Ana", address: "ana@lead.test" }]);
  });

  test("whatever is typed ends in addresses that are safe in a header, or is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const { address } of parseAddressList(text).parties) expect(isAddress(address)).toBe(true);
      }),
    );
  });
});

test("a written party is read back as it was", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const name = text.replace(/\s+/gu, " ").trim();
      const [party] = parseAddressList(formatParty({ name, address: "ana@lead.test" })).parties;
      expect(party).toEqual({ name, address: "ana@lead.test" });
    }),
  );
});

test("two spellings of one mailbox are the same", () => {
  expect(sameAddress("Ana@Lead.test", "ana@lead.TEST")).toBe(true);
  expect(sameAddress("a@münchen.example", "a@xn--mnchen-3ya.example")).toBe(true);
  expect(sameAddress("ana@lead.test", "ana+x@lead.test")).toBe(false);
  expect(addressKey("ANA@Lead.test")).toBe("ana@lead.test");
});

test("a bare address is one, a name beside it makes it something else", () => {
  expect(isAddress("ana@lead.test")).toBe(true);
  expect(isAddress("Ana <ana@lead.test>")).toBe(false);
  expect(isAddress("ana@lead.test,ben@lead.test")).toBe(false);
  expect(isAddress("")).toBe(false);
});

test("the domain is what follows the last @", () => {
  expect(domainOf("Ana@LEAD.test")).toBe("lead.test");
  expect(domainOf("nobody")).toBe("");
});
