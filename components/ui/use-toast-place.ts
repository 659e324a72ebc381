import { useLayoutEffect, useState } from "react";
import { toastPlace, type ToastPlace } from "./toast-place";

/** How often feet are looked at while toasts are seen: a page may change below them. */
const AGAIN_MS = 250;

/** Where toasts stand as long as some are shown; what stands at a page's foot is marked by `data-foot`. */
export function useToastPlace(isShown: boolean): ToastPlace | undefined {
  const [place, setPlace] = useState<ToastPlace>();
  useLayoutEffect(() => {
    if (!isShown) return;
    const look = () => setPlace((before) => same(before, placeNow()));
    look();
    const timer = setInterval(look, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isShown]);
  return place;
}

function placeNow(): ToastPlace {
  const boxOf = (element: Element) => element.getBoundingClientRect();
  const feet = [...document.querySelectorAll("[data-foot]")].map(boxOf).filter(({ height }) => height > 0);
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return toastPlace(boxOf(document.querySelector("main") ?? document.body), feet, { width, height });
}

const same = (before: ToastPlace | undefined, now: ToastPlace): ToastPlace =>
  before?.left === now.left && before.width === now.width && before.bottom === now.bottom ? before : now;
