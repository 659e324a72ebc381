import { expect, test } from "vitest";
import { visitorOf } from "./visitor-of";

const zoneIn = (cookie: string) => visitorOf(new Headers({ cookie })).timeZone;

test("the browser's zone comes in a cookie, and what is no zone counts as untold", () => {
  expect(zoneIn("a=b; threadwell-zone=America/Argentina/Salta; c=d")).toBe("America/Argentina/Salta");
  expect(zoneIn("threadwell-zone=Europe/Oslo")).toBe("Europe/Oslo");
  for (const none of ["", "x-threadwell-zone=Europe/Oslo", "threadwell-zone=Nowhere/Land", "threadwell-zone=%00"])
    expect(zoneIn(none)).toBeNull();
});
