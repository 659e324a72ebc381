import { request as requests } from "@playwright/test";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "../secrets";

/**
 * Signs in as the sandbox's admin, without a browser.
 * @returns how the sandbox answers its session, its page and its key
 * @throws when its people are refused
 */
export async function openSandbox(url: string) {
  const request = await requests.newContext({ baseURL: url });
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email: "admin@sandbox.test", password: SANDBOX_PASSWORD, json: "true" };
  await request.post("/api/auth/callback/credentials", { form });
  if (!(await request.get("/api/threads")).ok()) throw new Error("refused");
  return {
    doors: async () => ({
      session: (await request.get("/api/threads")).status(),
      page: (await request.get("/sandbox/deliveries", { maxRedirects: 0 })).status(),
      key: (await request.get(`/api/sandbox/deliveries?api_key=${SANDBOX_API_KEY}`)).status(),
    }),
  };
}
