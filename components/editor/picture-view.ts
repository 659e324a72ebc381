import type { NodeViewRenderer } from "@tiptap/core";

const SMALLEST = 24;
/** Of the arrows: a step, and with Shift a large one. */
const STEP = 8;
const LARGE_STEP = 40;

/**
 * A picture with a handle at its corner while it is chosen. The handle is dragged, or reached by Tab and moved by the arrows;
 * Home makes the picture as small as can be, End as wide as the text or as the picture is.
 * @param label the handle's name
 */
export const pictureView =
  (label: string): NodeViewRenderer =>
  ({ node, editor, getPos }) => {
    let current = node;
    const dom = document.createElement("span");
    dom.className = "picture";
    const picture = document.createElement("img");
    const handle = document.createElement("span");
    handle.className = "picture-handle";
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", label);
    dom.append(picture, handle);

    // A text that is drawn for the first time stands nowhere yet.
    const room = () => dom.closest(".ProseMirror")?.clientWidth || Infinity;
    const largest = () => Math.max(SMALLEST, Math.min(picture.naturalWidth || Infinity, room()));
    const say = () => {
      handle.setAttribute("aria-valuemin", String(SMALLEST));
      if (Number.isFinite(largest())) handle.setAttribute("aria-valuemax", String(largest()));
      handle.setAttribute("aria-valuenow", String(Math.round(picture.clientWidth)));
    };
    const draw = () => {
      const { src, alt, width } = current.attrs as { src: string; alt: string | null; width: number | null };
      if (picture.getAttribute("src") !== src) picture.src = src;
      picture.alt = alt ?? "";
      if (width) picture.width = width;
      else picture.removeAttribute("width");
      say();
    };
    const within = (width: number) => Math.round(Math.min(largest(), Math.max(SMALLEST, width)));
    const keep = (width: number) => {
      const at = getPos();
      if (at === undefined) return;
      // The picture stays chosen, so that it can be changed further.
      editor
        .chain()
        .command(({ tr }) => Boolean(tr.setNodeAttribute(at, "width", within(width))))
        .setNodeSelection(at)
        .run();
      say();
    };

    picture.addEventListener("load", say);
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      const from = { x: event.clientX, width: picture.clientWidth };
      const widthAt = (moved: PointerEvent) => within(from.width + moved.clientX - from.x);
      const onMove = (moved: PointerEvent) => (picture.width = widthAt(moved));
      handle.addEventListener("pointermove", onMove);
      handle.addEventListener(
        "pointerup",
        (last) => {
          handle.removeEventListener("pointermove", onMove);
          keep(widthAt(last));
        },
        { once: true },
      );
    });
    handle.addEventListener("keydown", (event) => {
      const step = event.shiftKey ? LARGE_STEP : STEP;
      const now = picture.clientWidth;
      const wanted = {
        ArrowRight: now + step,
        ArrowUp: now + step,
        ArrowLeft: now - step,
        ArrowDown: now - step,
        Home: 0,
        End: Infinity,
      }[event.key];
      if (wanted === undefined) return;
      event.preventDefault();
      keep(wanted);
    });
    draw();
    const choose = (isChosen: boolean) => {
      dom.classList.toggle("is-chosen", isChosen);
      if (isChosen) handle.tabIndex = 0;
      else handle.removeAttribute("tabindex");
      say();
    };
    return {
      dom,
      update: (next) => {
        if (next.type !== current.type) return false;
        current = next;
        draw();
        return true;
      },
      selectNode: () => choose(true),
      deselectNode: () => choose(false),
      stopEvent: (event) => event.target === handle,
      ignoreMutation: () => true,
    };
  };
