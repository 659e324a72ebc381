import { expect, test } from "vitest";
import { leadProfileOf } from "./lead-profile";

test("what a row says of a lead is read from wherever it stands, and nothing is made up", () => {
  const lead = { company_name: " Sawn  Ltd ", phone_number: 4420, linkedin_profile: null, timezone: "Moon/Sea" };

  expect(
    leadProfileOf({ lead, lead_website: "sawn.test", location: "Cork", country: "Irland", title: "x".repeat(301) }),
  ).toEqual({
    company: "Sawn Ltd",
    title: "",
    website: "sawn.test",
    phone: "4420",
    linkedin: "",
    location: "Cork",
    country: "IE",
    timeZone: null,
  });
  expect(leadProfileOf({ lead: "a text", timezone: "Europe/Dublin" }).timeZone).toBe("Europe/Dublin");
});
