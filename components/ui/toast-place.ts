type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;
type Space = { width: number; height: number };
/** In CSS pixels, from the window's left edge and its foot. */
export type ToastPlace = { left: number; width: number; bottom: number };

const WIDEST = 336;
const GAP = 12;
/** A foot that ends higher is not the window's. */
const REACH = 80;

/**
 * Where toasts stand: in the middle of the page's main part, above what stands at the foot of the window there, so that they cover
 * neither ways nor buttons. What reaches up into the upper third is no foot, it is a page of its own, and neither is what ends above.
 */
export function toastPlace(main: Box, feet: Box[], { width: whole, height }: Space): ToastPlace {
  const edge = Math.max(0, main.left);
  const room = Math.min(whole, main.right) - edge;
  const width = Math.min(WIDEST, room - 2 * GAP);
  const left = edge + (room - width) / 2;
  const below = feet.filter(
    (foot) => foot.left < left + width && foot.right > left && foot.top > height / 3 && foot.bottom > height - REACH,
  );
  return { left, width, bottom: height - Math.min(height, ...below.map(({ top }) => top)) + GAP };
}
