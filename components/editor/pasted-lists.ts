const BOX = /^\s*[☐☑☒]/u;

/** What HTML folds; a no-break space is a word that somebody wrote. */
const NOTHING = /^[ \t\r\n\f]*$/;

/**
 * Lists as HTML means them: an inner list stands in the item before it, an item that is only a list begins with an empty line (the
 * schema wants one, and would put the list behind the item), and lines with boxes are a check-list.
 */
export function mendLists(body: HTMLElement): void {
  for (const inner of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const before = inner.previousElementSibling;
    if (before?.tagName === "LI") before.append(inner);
  }
  for (const inner of body.querySelectorAll("li > ul:first-child, li > ol:first-child"))
    if (inner.parentElement && NOTHING.test(ownWords(inner.parentElement)))
      inner.before(body.ownerDocument.createElement("p"));
  for (const list of body.querySelectorAll("ul")) if (isCheckList(list)) markAsCheckList(list);
}

const itemsOf = (list: Element): Element[] => [...list.children].filter(({ tagName }) => tagName === "LI");

/** Google Docs names its boxes, Notion and web pages hold an input, and a mail of ours has a character. */
function isCheckList(list: Element): boolean {
  const items = itemsOf(list);
  const hasBox = (item: Element) =>
    item.getAttribute("role") === "checkbox" || boxOf(item) !== null || BOX.test(ownWords(item));
  return items.length > 0 && items.every(hasBox);
}

/** What stands in an item before a list within it, whose boxes are its own. */
function ownWords(item: Element): string {
  const inner = item.querySelector(":scope > ul, :scope > ol");
  const nodes = [...item.childNodes];
  const own = inner ? nodes.slice(0, nodes.indexOf(inner)) : nodes;
  return own.map(({ textContent }) => textContent ?? "").join("");
}

const boxOf = (item: Element): HTMLInputElement | null =>
  item.querySelector<HTMLInputElement>(
    ":scope > input[type=checkbox], :scope > label > input[type=checkbox], :scope > p > input[type=checkbox]",
  );

function markAsCheckList(list: Element): void {
  list.setAttribute("data-type", "taskList");
  for (const item of itemsOf(list)) {
    const isDone =
      item.getAttribute("aria-checked") === "true" ||
      boxOf(item)?.hasAttribute("checked") ||
      /^\s*[☑☒]/u.test(ownWords(item));
    item.setAttribute("data-type", "taskItem");
    item.setAttribute("data-checked", String(Boolean(isDone)));
  }
}
