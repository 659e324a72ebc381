import {
  parse,
  TYPE,
  type MessageFormatElement,
  type PluralElement,
  type SelectElement,
} from "@formatjs/icu-messageformat-parser";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/domain/preferences";
import { messages as german } from "./catalogues/de";
import { messages as english } from "./catalogues/en";

const texts = { en: textsOf(english), de: textsOf(german) };

test("both languages have the same texts, and each file of texts is in its catalogue", () => {
  expect([...texts.de.keys()].toSorted()).toEqual([...texts.en.keys()].toSorted());
  const namespaces = Object.keys(english).toSorted();
  for (const locale of LOCALES) {
    const files = readdirSync(`messages/${locale}`).map((file) => file.replace(".json", ""));
    expect(files.toSorted()).toEqual(namespaces);
  }
});

describe.each(LOCALES)("in %s", (locale) => {
  test("no key stands twice in a group, of which the first would be lost", () => {
    for (const file of readdirSync(`messages/${locale}`)) {
      const doubled = doubledIn(readFileSync(`messages/${locale}/${file}`, "utf8"));
      expect([file, doubled]).toEqual([file, []]);
    }
  });

  test("every text can be read, is not empty and has no blanks around it", () => {
    for (const [key, text] of texts[locale]) {
      expect(() => parse(text), key).not.toThrow();
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe("");
    }
  });
});

test("no text says nothing for what it may be given: its place would show its key instead", () => {
  const silent = LOCALES.flatMap((locale) => [...texts[locale]].filter(([, text]) => canBeSilent(parse(text))));
  expect(silent).toEqual([]);
});

test("a German text is given what its English one is given, with the same choices", () => {
  for (const [key, text] of texts.en) expect(argumentsOf(texts.de.get(key) ?? ""), key).toEqual(argumentsOf(text));
});

test("German is written with its own quotation marks, and in its own words", () => {
  for (const [key, text] of texts.de) {
    expect(text, key).not.toMatch(/["”]/);
    expect(text.split("„"), key).toHaveLength(text.split("“").length);
    const words = text.replaceAll(/[{}][^{}]*[{},]/g, " ");
    expect(words, key).not.toMatch(/(?<!-)\b(?:threads?|mailbox(?:es)?|inbox|drafts?|repl(?:y|ies))\b(?!-)/i);
  }
});

/** "settings.title" and its text, and so on. */
function textsOf(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, node] of Object.entries(tree) as [string, string | object][])
    if (typeof node === "string") found.set(path + name, node);
    else for (const [key, text] of textsOf(node, `${path}${name}.`)) found.set(key, text);
  return found;
}

/**
 * What a text wants to be given, each once: "name", "count", "kind: leads mailboxes other", "<code>". How many forms a
 * plural has, and whether it is needed, is the language's own.
 */
function argumentsOf(text: string): string[] {
  return [...new Set(parse(text).flatMap(wanted))].toSorted();
}

function wanted(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(wanted)];
    case TYPE.plural:
      return [element.value, ...insideOf(element)];
    case TYPE.select:
      return [`${element.value}: ${Object.keys(element.options).toSorted().join(" ")}`, ...insideOf(element)];
    default:
      return [element.value];
  }
}

/** Whether some choice of every plural and select leaves nothing to read. */
const canBeSilent = (elements: MessageFormatElement[]): boolean =>
  elements.every(
    (element) =>
      (element.type === TYPE.plural || element.type === TYPE.select) &&
      Object.values(element.options).some(({ value }) => canBeSilent(value)),
  );

const insideOf = ({ options }: PluralElement | SelectElement): string[] =>
  Object.values(options).flatMap(({ value }) => value.flatMap(wanted));

/** Keys that a group names twice, by the indentation that Prettier keeps. */
function doubledIn(json: string): string[] {
  const open: Set<string>[] = [];
  return json.split("\n").flatMap((line) => {
    const [, indent = "", key] = /^( *)"([^"]+)": /.exec(line) ?? [];
    if (key === undefined) return [];
    const depth = indent.length / 2;
    open.length = depth + 1;
    const known = (open[depth] ??= new Set());
    const isDoubled = known.has(key);
    known.add(key);
    return isDoubled ? [key] : [];
  });
}
