import { expect, test } from "vitest";
import { isReachableFromOutside } from "./is-reachable-from-outside";

test("a public name or address over https is reachable", () => {
  for (const url of ["https://inbox.acme.com", "https://inbox.acme.com:8443/app", "https://8.8.8.8"])
    expect(isReachableFromOutside(url), url).toBe(true);
});

test("plain http, this machine, private networks and their names are not", () => {
  for (const url of [
    "http://inbox.acme.com",
    "https://localhost:3000",
    "https://app.localhost",
    "https://printer.local",
    "https://inbox.corp.internal",
    "https://inbox.acme.test",
    "https://server",
    "https://127.0.0.1",
    "https://10.1.2.3",
    "https://192.168.0.4",
    "https://169.254.1.1",
    "https://100.64.0.1",
    "https://[::1]",
    "https://[fd00::1]",
    "https://[::ffff:10.0.0.1]",
    "not an address",
  ])
    expect(isReachableFromOutside(url), url).toBe(false);
});
