import { JSDOM } from "jsdom";
import { act, createElement } from "react";
import { onTestFinished, vi } from "vitest";

/** What a hook gives, drawn again with each change, until the test that draws it ends. */
export async function drawnHook<Given>(
  use: () => Given,
): Promise<{ now: () => Given; does: (act: () => void) => Promise<void> }> {
  let given: Given;
  const Drawn = (): null => {
    given = use();
    return null;
  };
  const { window } = new JSDOM("");
  const globals = { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true, requestAnimationFrame: () => 0 };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  // React looks for a page when it is loaded.
  const { createRoot } = await import("react-dom/client");
  const root = createRoot(window.document.createElement("div"));
  const does = async (change: () => void) => act(async () => change());
  await does(() => root.render(createElement(Drawn)));
  onTestFinished(async () => {
    await does(() => root.unmount());
    vi.unstubAllGlobals();
  });
  return { now: () => given, does };
}
