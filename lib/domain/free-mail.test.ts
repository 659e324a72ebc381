import { expect, test } from "vitest";
import { isFreeMail } from "./free-mail";

test("an address that anybody can have says nothing of a company", () => {
  expect(["gmail.com", "GMX.de", "proton.me", "yahoo.co.uk"].filter(isFreeMail)).toHaveLength(4);
  expect(["", "acme.test", "mail.acme.test", "gmail.com.acme.test"].some(isFreeMail)).toBe(false);
});
