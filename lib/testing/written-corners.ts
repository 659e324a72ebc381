import type { JSONContent } from "@tiptap/core";
import { TEXT_COLOURS } from "@/components/editor/text-colours";
import {
  br,
  cell,
  code,
  coloured,
  h,
  head,
  item,
  linked,
  marked,
  ol,
  p,
  picture,
  quote,
  row,
  table,
  task,
  tasks,
  ul,
  wide,
} from "./written-parts";

/** Texts that have gone wrong, or could: each is whole, and small enough to see why. */
export const CORNERS: { name: string; content: JSONContent[] }[] = [
  {
    name: "a letter with every tool",
    content: [
      h(1, "Offer for ", marked("Hall A", "italic")),
      p("Dear {{lead.firstName}},", br, "as ", marked("agreed", "bold", "underline"), " 👍🏽"),
      h(2, "What we ", coloured("measured", TEXT_COLOURS.red)),
      ul(item(p("Fans"), ul(item(p("two of four"), ol(3, item(p("north")), item(p("south")))))), item(p("Pumps"))),
      tasks(
        task(true, p("Called"), tasks(task(false, p("again, ", marked("soon", "strike"))))),
        task(false, p("Written")),
      ),
      table(
        row(head(p("Hall")), head(p("kW"))),
        row(cell(p("A")), cell(p("41"))),
        row(wide({ colspan: 2 }, p("B & C"))),
      ),
      quote(p("It was never on."), quote(p("Are you sure?"))),
      code("if (load < 41 && !isNight) {\n  start();\n}"),
      p(
        "The plan: ",
        picture({ alt: 'Hall "A"', width: 240 }),
        " and ",
        linked("here", "https://acme.test/a?b=1&c=2"),
        ".",
      ),
      p("Sam"),
    ],
  },
  {
    name: "empty lines",
    content: [p("a"), p(), p(), p("b"), p(br), p("c", br, br, "d"), p(br, "e"), h(2), p("f")],
  },
  {
    name: "items and cells that begin with an empty line",
    content: [
      ul(item(p(), ul(item(p("a")))), item(p(), p("b")), item(p(), h(1, "c"))),
      ol(1, item(p(" "), ul(item(p()))), item(p(), ul(item(p(picture()), code("\tby a tab"))))),
      tasks(task(true, p(), tasks(task(false, p("d")))), task(false, p(), p("e")), task(false, p())),
      table(row(cell(p(), p("f")), cell(p(), ul(item(p("g")))), cell(p()))),
      p("h"),
    ],
  },
  {
    name: "runs of spaces",
    content: [
      p("  two before, two  within, two behind  "),
      p("a ", marked(" b ", "bold"), " c"),
      p(" ", br, " x ", br, " "),
      h(3, " in a heading "),
      ul(item(p(" in an item ")), item(p(" "))),
      p("a\tb\t\tc"),
      p("41\u00a0kW \u00a0 and \u00a0"),
      p("before ", picture(), " behind"),
      p(marked(" in  code ", "code")),
    ],
  },
  {
    name: "code that is anything else",
    content: [
      code("\n\n  <p>&amp;</p>\t=3D\n\n.\nFrom here\n"),
      p("see ", marked("<b>&lt;</b>", "code")),
      code("</code></pre><script>alert(1)</script>"),
      code("a"),
      p("end"),
    ],
  },
  {
    name: "signs of text that are only words",
    content: [
      p("- no item"),
      p("1. no number"),
      p("> no quote"),
      p("-- ", br, "no signature"),
      p("On Monday, Ana Lund wrote:"),
      p("-----Original Message-----"),
      p("From: nobody"),
      p("☐ no box, ☑ nor this"),
      tasks(task(true, p("☐ a box in words")), task(false, p(marked("☑", "bold")))),
      p("a | b"),
    ],
  },
  {
    name: "lines that mail servers and encodings change",
    content: [
      p(".", br, "..", br, ".dot", br, "From the start", br, "=20=", br, "a=3Db"),
      p("x".repeat(5000)),
      p("word ".repeat(1200) + "end"),
      p("é".repeat(600), "漢".repeat(600), "👩‍💻".repeat(120)),
    ],
  },
  {
    name: "entities and tags that are words",
    content: [
      p("&amp; &nbsp; &#8364; &euro &lt;b&gt; <b>x</b> <!-- y --> <![CDATA[z]]>"),
      p("</p></div></td></blockquote>"),
      p("1 < 2 && 3 > 2; \"a\" 'b' `c`"),
    ],
  },
  {
    name: "writing from the right",
    content: [
      h(1, "שלום עולם"),
      p("مرحبا بالعالم ", marked("١٢٣", "bold"), " (abc) \u2067שלום\u2069 42"),
      ul(item(p("אחת")), item(p("two")), item(p("ثلاثة"))),
      p("\u200fa\u200e\u202bb\u202c"),
    ],
  },
  {
    name: "characters of several",
    content: [
      p("e\u0301 é n\u0303 ก็ นี้ Z\u0338\u0353 한글 ﷺ ﬁ ß İ ı"),
      p("👍🏽 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇩🇪 #️⃣ 𝔘𠮷"),
      p("zero\u200bwidth so\u00adft join\u2060er \ufeffmark a\u2028b"),
    ],
  },
  {
    name: "links in every place",
    content: [
      p(
        linked("one ", "https://acme.test/?a=1&b=<2>"),
        linked("bold", "https://acme.test/?a=1&b=<2>", "bold"),
        " rest",
      ),
      p(linked("one", "https://acme.test/1"), linked("two", "https://acme.test/2")),
      p(linked("https://acme.test/x", "https://acme.test/x"), " ", linked("acme.test", "https://acme.test")),
      p(linked("sam@own.test", "mailto:sam@own.test"), " ", linked("write", "mailto:sam@own.test?subject=a%20b")),
      p(linked("call", "tel:+49301234567"), " ", linked("for you", "https://acme.test/?to={{lead.firstName}}")),
      p("a ", picture({}, "https://acme.test/plan"), " b"),
      h(2, linked("in a heading", "https://acme.test/#part")),
    ],
  },
  {
    name: "variables in every place",
    content: [
      h(1, "{{lead.firstName}}"),
      p(marked("{{lead.firstName}}", "bold"), ' is {{ lead.title | "you & yours" }}.'),
      table(row(head(p("{{lead.firstName}}")), cell(p('{{ lead.title | "you & yours" }}')))),
      ul(item(p("{{lead.firstName}}"))),
      p("{ one } \\{{lead.firstName}} "),
      code("{{lead.firstName}}"),
    ],
  },
  {
    name: "tables in every place",
    content: [
      table(row(cell(p("alone")))),
      quote(table(row(cell(p("a")), cell(p("b"))))),
      ul(item(p("item"), table(row(cell(p("in it")))))),
      table(
        row(wide({ rowspan: 2 }, p("high")), cell(p("x"))),
        row(cell(p("y"))),
        row(wide({ colspan: 2 }, p("wide"), p("more"), tasks(task(true, p("done"))))),
      ),
      table(row(cell(table(row(cell(p("inner")), cell(p("most"))))), cell(quote(p("said")), code("a\n  b")))),
      p("end"),
    ],
  },
  {
    name: "lists of all kinds in each other and side by side",
    content: [
      ul(
        item(p("a")),
        item(p("b"), ol(9, item(p("nine")), item(p("ten"), tasks(task(false, p("box"), ul(item(p("dot")))))))),
      ),
      ul(item(p("another list"))),
      ol(1, item(p("one"), p("more of one"), quote(p("said")), code("x")), item(p("two"))),
      ol(100, item(p("hundred"))),
      tasks(task(false, p("first"), h(3, "heading"), p("text"), table(row(cell(p("cell")))))),
    ],
  },
  {
    name: "quotes in quotes",
    content: [
      quote(p("one"), quote(p("two"), quote(p("three", br, "lines"), ul(item(p("a")), item(p("b")))), p("two")), p()),
      quote(h(2, "heading"), code("code\n\nlines")),
      quote(p("another")),
      p("end"),
    ],
  },
  {
    name: "every mark on one word",
    content: [
      p(
        {
          type: "text",
          text: "all",
          marks: [
            { type: "link", attrs: { href: "https://acme.test/" } },
            { type: "bold" },
            { type: "italic" },
            { type: "strike" },
            { type: "underline" },
            { type: "textColour", attrs: { colour: TEXT_COLOURS.teal } },
          ],
        },
        marked("bo", "bold"),
        marked("th", "bold", "italic"),
        marked("er", "italic"),
      ),
      p(...Object.values(TEXT_COLOURS).map((colour) => coloured("c", colour))),
    ],
  },
];
