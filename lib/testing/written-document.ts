import type { JSONContent } from "@tiptap/core";
import fc from "fast-check";
import { TEXT_COLOURS } from "@/components/editor/text-colours";

/** Texts that have gone wrong on some way from an editor to a reader: each is a whole run of one formatting. */
const PIECES = [
  "Hello Ana,",
  "a",
  " ",
  "two  spaces",
  "four    of them",
  " before",
  "behind ",
  "\tone tab\t",
  "41\u00a0kW",
  "a \u00a0 b",
  "Größe, naïve, İzmir, ﬁ",
  "👍🏽 👩‍💻 🇩🇪 ❤️ #️⃣",
  "שלום עולם (3)",
  "مرحبا بالعالم ١٢٣",
  "e\u0301 n\u0303 ก็ นี้ Z̸͓a",
  "\u200ffrom right\u200e \u2066isolated\u2069",
  "zero\u200bwidth, soft\u00adhyphen, join\u2060er",
  "日本語のテキスト、全角　空白",
  "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠮷野家",
  "&amp; &lt;b&gt; &nbsp; &#8364; &euro",
  "<b>not bold</b> <script>x</script> <!-- y --> ]]>",
  "1 < 2 && 3 > 2, \"said\" 'so'",
  "=3D =20 = soft=",
  ". From here",
  "From the start",
  "-- ",
  "> no quote",
  "# no heading, *no* _signs_ `here`",
  "- no item",
  "1. no number",
  "a | b",
  "{ one brace }",
  "\\ back \\slash\\ end",
  "https://acme.test/?a=1&b=2#c",
  "{{lead.firstName}}",
  '{{ lead.title | "you & yours" }}',
  "\\{{lead.firstName}}",
  "Donaudampfschifffahrt".repeat(60),
  "word ".repeat(90),
];

/** What anybody could type on any keyboard. Controls no editor takes; braces are variables, and boxes are a check-list's own. */
const typed = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 24 })
  .filter((text) => !/[\p{Cc}\p{Cs}{}☐☑☒\\]/u.test(text));

/** A run of words without formatting, on one line. */
export const writtenWords: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: typed },
);

const LINKS = [
  "https://acme.test/",
  "https://acme.test/a?b=1&c=%20d#e'f",
  "http://xn--mnchen-3ya.test/ä/(1)",
  "mailto:sam@own.test?subject=A%20plan&body=x",
  "tel:+49301234567",
  "https://acme.test/?to={{lead.firstName}}",
];

type Marks = NonNullable<JSONContent["marks"]>;

const marks: fc.Arbitrary<Marks> = fc
  .record({
    plain: fc.subarray(["bold", "italic", "underline", "strike"]),
    colour: fc.option(fc.constantFrom(...Object.values(TEXT_COLOURS)), { freq: 5 }),
    href: fc.option(fc.constantFrom(...LINKS), { freq: 5 }),
    isCode: fc.nat(9).map((number) => number === 0),
  })
  .map(({ plain, colour, href, isCode }) =>
    isCode
      ? [{ type: "code" }]
      : [
          ...plain.map((type) => ({ type })),
          ...(colour ? [{ type: "textColour", attrs: { colour } }] : []),
          ...(href ? [{ type: "link", attrs: { href } }] : []),
        ],
  );

const unmarked = fc.constant<Marks>([]);
const linked: fc.Arbitrary<Marks> = fc.constantFrom(...LINKS).map((href) => [{ type: "link", attrs: { href } }]);

const text = fc.record({ type: fc.constant("text"), text: writtenWords, marks: fc.oneof(unmarked, marks) });
const hardBreak = fc.constant({ type: "hardBreak" });
const picture = fc
  .record({
    id: fc.uuid(),
    alt: fc.option(fc.constantFrom("Hall A", 'A "plan" & <more>', "שלום")),
    width: fc.option(fc.integer({ min: 24, max: 600 })),
    marks: fc.oneof({ weight: 4, arbitrary: unmarked }, { weight: 1, arbitrary: linked }),
  })
  .map(({ id, alt, width, marks: given }) => ({
    type: "image",
    attrs: { src: `/api/uploads/${id}`, alt, width, contentId: id },
    marks: given,
  }));

const inline: fc.Arbitrary<JSONContent[]> = fc.array(
  fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: hardBreak }, { weight: 1, arbitrary: picture }),
  { maxLength: 4 },
);

const paragraph: fc.Arbitrary<JSONContent> = inline.map((content) => ({ type: "paragraph", content }));
const heading = fc.record({
  type: fc.constant("heading"),
  attrs: fc.record({ level: fc.constantFrom(1, 2, 3) }),
  content: inline,
});
const codeBlock = fc
  .array(fc.oneof(writtenWords, fc.constantFrom("", "  indented", "\tby a tab", "  ")), { maxLength: 4 })
  .map((lines) => lines.join("\n"))
  // One that is a line end and nothing else the editor opens as empty.
  .map((code) => ({ type: "codeBlock", content: code.trim() ? [{ type: "text", text: code }] : [] }));

/** Blocks that may hold others, `depth` of them within each other. */
function block(depth: number): fc.Arbitrary<JSONContent> {
  const flat = [
    { weight: 6, arbitrary: paragraph },
    { weight: 1, arbitrary: heading },
    { weight: 1, arbitrary: codeBlock },
  ];
  if (depth === 0) return fc.oneof(...flat);
  const inner = fc.array(block(depth - 1), { minLength: 1, maxLength: 3 });
  const item = (type: string, attrs: fc.Arbitrary<Record<string, unknown>>) =>
    fc
      .tuple(paragraph, attrs, fc.array(block(depth - 1), { maxLength: 2 }))
      .map(([first, given, rest]): JSONContent => ({ type, attrs: given, content: [first, ...rest] }));
  const items = (type: string, attrs: fc.Arbitrary<Record<string, unknown>> = fc.constant({})) =>
    fc.array(item(type, attrs), { minLength: 1, maxLength: 3 });
  const list = (type: string, content: fc.Arbitrary<JSONContent[]>, attrs = fc.constant<Record<string, unknown>>({})) =>
    fc.record({ type: fc.constant(type), attrs, content });
  return fc.oneof(
    ...flat,
    { weight: 1, arbitrary: fc.record({ type: fc.constant("blockquote"), content: inner }) },
    { weight: 1, arbitrary: list("bulletList", items("listItem")) },
    {
      weight: 1,
      arbitrary: list(
        "orderedList",
        items("listItem"),
        fc.record({ start: fc.constantFrom(1, 3, 9), type: fc.constantFrom(null, null, "a", "I") }),
      ),
    },
    { weight: 1, arbitrary: list("taskList", items("taskItem", fc.record({ checked: fc.boolean() }))) },
    { weight: 1, arbitrary: table(inner) },
  );
}

function table(inner: fc.Arbitrary<JSONContent[]>): fc.Arbitrary<JSONContent> {
  return fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
    fc
      .record({
        cells: fc.array(inner, { minLength: rows * columns, maxLength: rows * columns }),
        hasHead: fc.boolean(),
        isWide: fc.boolean(),
      })
      .map(({ cells, hasHead, isWide }) => ({
        type: "table",
        content: Array.from({ length: rows }, (_row, row) => {
          const type = hasHead && row === 0 ? "tableHeader" : "tableCell";
          const own = cells.slice(row * columns, (row + 1) * columns);
          const isJoined = isWide && columns > 1 && row === rows - 1;
          return {
            type: "tableRow",
            content: isJoined
              ? [{ type, attrs: { colspan: columns }, content: own[0]! }]
              : own.map((content) => ({ type, content })),
          };
        }),
      })),
  );
}

/** A text as somebody could have written it with every tool of the reply editor, as the JSON of its document. */
export const writtenDocument: fc.Arbitrary<JSONContent> = fc
  .array(block(2), { minLength: 1, maxLength: 4 })
  .map((content) => ({
    type: "doc",
    content: [...content, { type: "paragraph", content: [{ type: "text", text: "Sam" }] }],
  }));
