import { expect, test } from "vitest";
import { forgetProviderSteps, PROVIDER_STEPS } from "@/lib/services/sessions/sign-in-limits";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { limitProviderSteps } from "./limit-provider-steps";

const test_ = testDatabase();
const THERE = ["signin", "oidc"];
const BACK = ["callback", "oidc"];
const from = (address: string) => ({ address, userAgent: "a browser" });
const step = (path: string[], address: string, method = "GET") =>
  limitProviderSteps(test_.pool, path, { method, visitor: from(address) });

test("so many steps of one address lead on, there and back together; then the sign-in page says why not", async () => {
  const address = "192.0.2.20";
  for (let count = 0; count < PROVIDER_STEPS; count++)
    expect(await step(count % 2 === 0 ? THERE : BACK, address, count % 2 === 0 ? "POST" : "GET")).toBeNull();

  const back = await step(BACK, address);
  expect([back?.status, back?.headers.get("location")]).toEqual([302, "/sign-in?error=rate_limited"]);
  expect(Number(back?.headers.get("retry-after"))).toBeGreaterThan(0);
  const there = await step(THERE, address, "POST");
  expect([there?.status, await there?.json()]).toEqual([429, { url: "/sign-in?error=rate_limited" }]);

  expect((await step([...BACK, "more"], address))?.status).toBe(302);

  expect(await step(THERE, "192.0.2.21", "POST")).toBeNull();
  for (const path of [["csrf"], ["session"], ["signout"], ["callback", "credentials"]])
    expect(await step(path, address, "POST")).toBeNull();
});

test("steps from all the addresses of an IPv6 line are counted together, and given back together", async () => {
  const host = (number: number) => `2001:db8:9:9::${number.toString(16)}`;
  for (let count = 0; count < PROVIDER_STEPS; count++) expect(await step(BACK, host(count))).toBeNull();
  expect((await step(BACK, host(PROVIDER_STEPS)))?.status).toBe(302);
  expect(await step(BACK, "2001:db8:9:a::")).toBeNull();
  await forgetProviderSteps(test_.pool, from("2001:db8:9:9:ffff::"));
  expect(await step(BACK, host(1))).toBeNull();
});

test("who was let in gives both steps back", async () => {
  const address = "192.0.2.22";
  for (let count = 0; count < PROVIDER_STEPS; count++) await step(BACK, address);
  await forgetProviderSteps(test_.pool, from(address));
  expect([await step(THERE, address, "POST"), await step(BACK, address)]).toEqual([null, null]);
  expect((await step(BACK, address))?.status).toBe(302);
});
