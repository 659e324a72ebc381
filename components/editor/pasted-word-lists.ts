type Item = { paragraph: Element; level: number; isOrdered: boolean };

/**
 * Word writes a list as paragraphs (`mso-list:l0 level2 lfo1`), each with its sign or number in a part that other programs
 * are told to ignore. Neighbours among them become one list, by their levels.
 */
export function wordLists(body: HTMLElement): void {
  const paragraphs = [...body.querySelectorAll<HTMLElement>("p[style*='mso-list'], h1[style*='mso-list']")];
  let run: Item[] = [];
  for (const paragraph of paragraphs) {
    const item = itemOf(paragraph);
    if (!item) continue;
    if (run.length > 0 && paragraph.previousElementSibling !== run.at(-1)?.paragraph) {
      asList(run);
      run = [];
    }
    run.push(item);
  }
  asList(run);
}

function itemOf(paragraph: HTMLElement): Item | null {
  const level = /mso-list:[^;]*\blevel(\d+)/.exec(paragraph.getAttribute("style") ?? "")?.[1];
  const sign = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  // "mso-list:none" and headings that are only numbered are no items.
  if (!level || !sign || /^H\d$/.test(paragraph.tagName)) return null;
  return { paragraph, level: Number(level), isOrdered: /^\s*\(?(?:\d+|[a-z]{1,4})[.)]/i.test(sign.textContent ?? "") };
}

function asList(run: Item[]): void {
  const first = run[0];
  if (!first) return;
  const top = listOf(first);
  first.paragraph.before(top);
  const open = [{ list: top, level: first.level, isOrdered: first.isOrdered }];
  for (const item of run) {
    while (open.length > 1 && open.at(-1)!.level > item.level) open.pop();
    const present = open.at(-1)!;
    if (item.level > present.level) {
      const inner = listOf(item);
      (present.list.lastElementChild ?? present.list).append(inner);
      open.push({ list: inner, ...item });
    } else if (item.isOrdered !== present.isOrdered) {
      const next = listOf(item);
      present.list.after(next);
      open[open.length - 1] = { list: next, ...item };
    }
    open.at(-1)!.list.append(elementOf(item));
  }
}

const listOf = ({ paragraph, isOrdered }: Item): HTMLElement =>
  paragraph.ownerDocument.createElement(isOrdered ? "ol" : "ul");

function elementOf({ paragraph }: Item): HTMLElement {
  for (const sign of paragraph.querySelectorAll("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']"))
    sign.remove();
  const element = paragraph.ownerDocument.createElement("li");
  element.append(...paragraph.childNodes);
  paragraph.remove();
  return element;
}
