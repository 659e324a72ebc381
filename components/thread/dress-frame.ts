import { isComposing } from "@/components/ui/is-composing";
import { watchLinks } from "./watch-links";

type Wearer = {
  onHeight: (height: number) => void;
  /** A link is about to be followed. @returns whether it may be */
  onFollow: (address: string) => boolean;
};
type Dressed = { isDesigned: boolean; undress: () => void };

/**
 * Makes a loaded message frame part of the page: theme, typeface, height, keys, and where its links lead.
 * @returns how to let go of it; null when the frame shows something else (an answer that is no message)
 */
export function dressFrame(frame: HTMLIFrameElement, { onHeight, onFollow }: Wearer): Dressed | null {
  const inner = frame.contentDocument;
  const kind = inner?.documentElement.dataset["kind"];
  if (!inner || !kind) return null;
  const root = inner.documentElement;
  const takeTheme = () => (root.dataset["theme"] = document.documentElement.dataset["theme"] ?? "light");
  takeTheme();
  giveTypeface(inner);

  const measure = () => {
    fitWidth(root, inner.body);
    onHeight(Math.ceil(root.getBoundingClientRect().height) + scrollbarOf(root));
  };
  measure();
  const sizes = new ResizeObserver(measure);
  sizes.observe(inner.body);
  const themes = new MutationObserver(takeTheme);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const passOn = (event: KeyboardEvent) => {
    const { key, code, shiftKey, metaKey, ctrlKey, altKey, repeat } = event;
    const pressed = { key, code, shiftKey, metaKey, ctrlKey, altKey, repeat, isComposing: isComposing(event) };
    const init = { ...pressed, bubbles: true, cancelable: true };
    if (!frame.dispatchEvent(new KeyboardEvent("keydown", init))) event.preventDefault();
  };
  inner.addEventListener("keydown", passOn);
  const unwatch = watchLinks(inner, onFollow);
  const undress = () => {
    sizes.disconnect();
    themes.disconnect();
    inner.removeEventListener("keydown", passOn);
    unwatch();
  };
  return { isDesigned: kind === "designed", undress };
}

const SMALLEST = 0.5;

/** Mail with a fixed width is drawn smaller, as far as it stays readable; what is wider still scrolls sideways. */
function fitWidth(root: HTMLElement, body: HTMLElement): void {
  const before = Number(body.style.zoom || 1);
  const wanted = root.scrollWidth > root.clientWidth || before < 1 ? widthRatio(root, body) : 1;
  const zoom = Math.max(SMALLEST, Math.min(1, wanted));
  if (Math.abs(zoom - before) > 0.01) body.style.zoom = String(zoom);
}

function widthRatio(root: HTMLElement, body: HTMLElement): number {
  const before = body.style.zoom;
  body.style.zoom = "1";
  const { clientWidth, scrollWidth } = root;
  // What is too wide lies over the padding at its end, which belongs to the card.
  const padding = Number.parseFloat(body.ownerDocument.defaultView?.getComputedStyle(body).paddingRight ?? "") || 0;
  body.style.zoom = before;
  return scrollWidth > clientWidth ? clientWidth / (scrollWidth + padding) : 1;
}

/** Mail wider than the pane scrolls sideways, and the bar needs its room. */
const scrollbarOf = (root: HTMLElement): number => (root.scrollWidth > root.clientWidth ? 16 : 0);

/** The frame's own document cannot name the app's font file; the page's rule, with whole addresses, does. */
function giveTypeface(inner: Document): void {
  const rules = [...document.styleSheets].flatMap(rulesOf).filter((rule) => rule instanceof CSSFontFaceRule);
  const faces = rules.filter((rule) => /Inter/.test(rule.style.getPropertyValue("font-family")));
  const style = inner.createElement("style");
  style.textContent = faces.map((face) => wholeAddresses(face)).join("\n");
  inner.head.append(style);
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

const wholeAddresses = (face: CSSFontFaceRule): string =>
  face.cssText.replaceAll(/url\("([^"]+)"\)/g, (_whole, url: string) => {
    const base = face.parentStyleSheet?.href ?? document.baseURI;
    return `url("${new URL(url, base).href}")`;
  });
