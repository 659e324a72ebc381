import { expect, test } from "vitest";
import texts from "@/messages/en/import.json";
import { refusalWords } from "./refusal-words";

test("a file that is too large is said to be, whoever refused it", () => {
  const said = (refusal: Parameters<typeof refusalWords>[0]) =>
    refusalWords(refusal).find((word) => word in texts.refused);

  expect(said({ code: "too_large", reason: "import" })).toBe("too_large");
  expect(said({ code: "too_large" })).toBe("too_large");
  expect(said({ code: "invalid", fields: [{ path: "file", reason: "table_empty" }] })).toBe("table_empty");
  expect(said({ code: "conflict", reason: "import_wrong_rows" })).toBe("changed");
});
