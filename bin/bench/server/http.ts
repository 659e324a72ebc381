import type { Outcomes } from "../measures";
import { timed } from "../samples";
import type { SearchWords } from "../search-words";

/** How long the GET routes take that feed the screen, asked one after the other over a kept connection. */
export async function measureHttp(
  { url, cookie }: { url: string; cookie: string },
  { count, words, threadIds }: { count: number; words: SearchWords; threadIds: number[] },
): Promise<Outcomes> {
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`, { headers: { cookie } });
    const body = await response.text();
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${body.slice(0, 200)}`);
  };
  const list = (filters: string) => timed(count, [filters], (query) => get(`/api/threads?${query}`));
  const search = (typed: string[]) =>
    timed(count, typed, (q) => get(`/api/threads?${new URLSearchParams({ view: "inbox", q })}`));
  return {
    "http.list": await list("view=inbox"),
    "http.all": await list("view=all"),
    "http.counts": await timed(count, ["/api/threads/counts"], get),
    "http.thread": await timed(count, threadIds, (id) => get(`/api/threads/${id}`)),
    "http.searchCommon": await search(words.common),
    "http.searchRare": await search(words.rare),
    "http.searchPhrase": await search(words.phrases),
  };
}

/** Signs in as the form does. @returns the cookies */
export async function signIn(url: string, { email, password }: { email: string; password: string }): Promise<string> {
  const jar = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${url}${path}`, { ...init, redirect: "manual", headers: { cookie, origin: url } });
    for (const each of response.headers.getSetCookie()) {
      const [pair = ""] = each.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  };
  const { csrfToken } = (await (await call("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, email, password, callbackUrl: "/inbox", json: "true" });
  await call("/api/auth/callback/credentials", { method: "POST", body });
  if (!(await call("/api/threads/counts")).ok) throw new Error("The bench could not sign in.");
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
