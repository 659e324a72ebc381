import { Attachments } from "./schemas";

const MOST = 50;

/**
 * The files of a message as Smartlead told of them (`attachments` of a history), as web addresses; those that are stored here as well
 * are left out. What is not understood is no file.
 */
export function remoteFilesOf(told: unknown, stored: readonly { fileName: string }[]): { name: string; url: string }[] {
  const known = new Set(stored.map(({ fileName }) => fileName.toLowerCase()));
  return Attachments.parse(told)
    .slice(0, MOST)
    .flatMap(({ file_url: url, name }) => {
      if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return [];
      const called = (name || nameIn(url)).slice(0, 200);
      return known.has(called.toLowerCase()) ? [] : [{ name: called, url }];
    });
}

/** The last part of the path; the host where there is none. */
function nameIn(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last) || hostname;
  } catch {
    return last || hostname;
  }
}
