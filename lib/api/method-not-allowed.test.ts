import { expect, test } from "vitest";
import { ALL_BUT_POST, methodNotAllowed } from "./method-not-allowed";
import { REFUSALS } from "./openapi-errors";

test("a method that an address does not have is refused with those it has, as the document says", async () => {
  const refused = methodNotAllowed("POST", ALL_BUT_POST).GET();

  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "POST"]);
  expect(await refused.json()).toEqual(REFUSALS[405].example);
});

test("OPTIONS names the methods that an address has, and no others", () => {
  const told = methodNotAllowed("POST", ALL_BUT_POST).OPTIONS();

  expect([told.status, told.headers.get("allow")]).toEqual([204, "POST, OPTIONS"]);
});
