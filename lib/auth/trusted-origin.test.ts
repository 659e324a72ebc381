import { expect, test } from "vitest";
import { originOf } from "./trusted-origin";

const asked = (host: string) => new Headers({ host });
const plain = { PORT: 3000, APP_URL: undefined };
const behindTls = { PORT: 3000, APP_URL: "https://mail.acme.test" };

test("without APP_URL a request stays on the loopback name that it was sent to", () => {
  expect(originOf(asked("localhost:3000"), plain)).toBe("http://localhost:3000");
  expect(originOf(asked("127.0.0.1:3000"), plain)).toBe("http://127.0.0.1:3000");
  expect(originOf(asked("[::1]:3000"), plain)).toBe("http://[::1]:3000");
});

test.each([
  "evil.test",
  "localhost.evil.test",
  "127.0.0.1.evil.test:3000",
  "localhost:3000@evil.test",
  "localhost:99999",
  "",
])("another name counts as the app's own: %s", (host) => {
  expect(originOf(asked(host), plain)).toBe("http://localhost:3000");
});

test("with APP_URL that alone is trusted, whatever a forwarding header says", () => {
  expect(originOf(asked("mail.acme.test"), behindTls)).toBe("https://mail.acme.test");
  expect(originOf(asked("127.0.0.1:3000"), behindTls)).toBe("https://mail.acme.test");
  const forged = new Headers({ host: "evil.test", "x-forwarded-host": "evil.test" });
  expect(originOf(forged, behindTls)).toBe("https://mail.acme.test");
});

test("an action that is handed on within the server stays at the name that the browser asked for, if that is ours", () => {
  const handedOn = (name: string) =>
    new Headers({ host: "127.0.0.1:3000", "x-forwarded-host": name, "x-action-forwarded": "1" });
  expect(originOf(handedOn("localhost:3000"), plain)).toBe("http://localhost:3000");
  expect(originOf(handedOn("evil.test"), plain)).toBe("http://localhost:3000");
  expect(originOf(handedOn("evil.test"), behindTls)).toBe("https://mail.acme.test");
});
