/**
 * Opens the browser's print window on a document of this app, without leaving the page.
 * @returns whether the document came
 */
export async function printFrame(path: string): Promise<boolean> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  // Laid out at a page's width; a frame that is not displayed prints nothing.
  frame.style.cssText = "position:fixed;inset:0 auto auto -10000px;width:800px;height:600px;border:0";
  frame.src = path;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const { contentWindow, contentDocument } = frame;
  const isThere = contentDocument?.querySelector("article") != null;
  if (isThere && contentWindow) {
    contentWindow.addEventListener("afterprint", () => setTimeout(() => frame.remove(), 0), { once: true });
    contentWindow.print();
  } else frame.remove();
  return isThere;
}
