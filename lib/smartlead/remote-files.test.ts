import { expect, test } from "vitest";
import { remoteFilesOf } from "./remote-files";

test("files of a history are read as far as they can be understood, by web addresses only", () => {
  const told = [
    { file_url: "https://files.smartlead.test/a1/offer.pdf", file_name: "offer.pdf", file_type: "application/pdf" },
    { file_url: "https://files.smartlead.test/a2/price%20list.xlsx?sig=1", file_name: null },
    { file_url: "https://files.smartlead.test/" },
    { file_url: "https://files.smartlead.test/%E0%A4%A.txt" },
    { file_url: "javascript:alert(1)", file_name: "x.pdf" },
    { file_url: "data:text/html,x", file_name: "y.html" },
    { file_url: "https://", file_name: "z" },
    { file_name: "no address" },
    "a text",
    null,
  ];

  expect(remoteFilesOf(told, [])).toEqual([
    { name: "offer.pdf", url: "https://files.smartlead.test/a1/offer.pdf" },
    { name: "price list.xlsx", url: "https://files.smartlead.test/a2/price%20list.xlsx?sig=1" },
    { name: "files.smartlead.test", url: "https://files.smartlead.test/" },
    { name: "%E0%A4%A.txt", url: "https://files.smartlead.test/%E0%A4%A.txt" },
  ]);
  expect(remoteFilesOf(told, [{ fileName: "Offer.PDF" }]).map(({ name }) => name)).not.toContain("offer.pdf");
  for (const nothing of [undefined, null, "x", {}]) expect(remoteFilesOf(nothing, [])).toEqual([]);
});
