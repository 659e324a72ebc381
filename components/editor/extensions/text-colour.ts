import { Mark } from "@tiptap/core";
import { colourOf } from "../text-colours";

/** The colour of words, one of the palette. Pasted colours of other makers are left out. */
export const TextColour = Mark.create({
  name: "textColour",
  addAttributes: () => ({ colour: { default: null, rendered: false } }),
  parseHTML: () => [
    {
      tag: "span[style], font[color]",
      consuming: false,
      getAttrs: (element) => {
        const colour = colourOf(element.style.color || (element.getAttribute("color") ?? ""));
        return colour ? { colour } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => ["span", { style: `color:${String(mark.attrs["colour"])}` }, 0],
});
