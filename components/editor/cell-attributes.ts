/** Pasted tables may claim any number. */
const MOST = 100;

const span = (name: "colspan" | "rowspan") => ({
  default: 1,
  parseHTML: (element: HTMLElement) => {
    const count = Number(element.getAttribute(name) ?? 1);
    return Number.isInteger(count) && count >= 1 && count <= MOST ? count : 1;
  },
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
});

/** What a cell says of itself. Widths are the reader's own, but prosemirror-tables asks for the word. */
export const CELL_ATTRIBUTES = {
  colspan: span("colspan"),
  rowspan: span("rowspan"),
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};
