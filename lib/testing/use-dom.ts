import { JSDOM } from "jsdom";
import { afterAll, beforeAll, vi } from "vitest";

const NAMES = ["document", "DOMParser", "NodeFilter"] as const;

/** What the editor's files ask of a browser to read and write HTML (no page, no screen), for as long as the calling file's tests run. */
export function useDom(): void {
  beforeAll(() => {
    const { window } = new JSDOM("");
    vi.stubGlobal("window", window);
    for (const name of NAMES) vi.stubGlobal(name, window[name]);
  });
  afterAll(() => void vi.unstubAllGlobals());
}
