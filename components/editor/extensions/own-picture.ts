import { Image } from "@tiptap/extension-image";
import { pictureView } from "../picture-view";

const UPLOAD_PATH = /^\/api\/uploads\/[0-9a-f-]{36}$/i;

/** A picture in the text. It knows the upload that it shows, and only own uploads are pictures: a pasted remote one would be blocked or tracked. */
export const OwnPicture = Image.extend<{ widthLabel: string }>({
  inline: true,
  group: "inline",
  addOptions() {
    return { ...this.parent?.(), inline: true, allowBase64: false, HTMLAttributes: {}, resize: false, widthLabel: "" };
  },
  addAttributes() {
    return {
      src: { default: null },
      alt: { default: null },
      width: {
        default: null,
        parseHTML: (element: HTMLElement) => widthOf(element.getAttribute("width")),
        renderHTML: ({ width }: { width?: number | null }) => (width ? { width } : {}),
      },
      contentId: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute("data-content-id"),
        renderHTML: ({ contentId }: { contentId?: string | null }) =>
          contentId ? { "data-content-id": contentId } : {},
      },
    };
  },
  parseHTML() {
    return [
      {
        tag: "img[src]",
        getAttrs: (element) => (isOwnUpload(element.getAttribute("src") ?? "") ? null : false),
      },
    ];
  },
  addNodeView() {
    return pictureView(this.options.widthLabel);
  },
});

/** Copied out of a page its address is a whole one; another server may have one with the same path. */
const isOwnUpload = (address: string): boolean => UPLOAD_PATH.test(address.replace(`${window.location.origin}/`, "/"));

/** In CSS pixels; null is as wide as the picture is. */
function widthOf(attribute: string | null): number | null {
  const width = Number(attribute);
  return Number.isInteger(width) && width >= 16 && width <= 2000 ? width : null;
}
