import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { randomRuns } from "@/lib/testing/random-runs";
import { fillForEditing, fillForPreview, fillVariables, unresolvedNames, withEscapedBraces } from "./fill-variables";
import type { VariableSource } from "./template-variables";

const SOURCE: VariableSource = {
  lead: {
    firstName: "Ana",
    lastName: "Berg",
    email: "ana@lead.test",
    company: "Berg & Co",
    title: "",
    phone: "",
    website: "https://berg.test/about",
    linkedin: "",
    location: "İzmir",
    custom: { "Annual revenue": "12 M", constructor_note: "x" },
  },
  campaign: { name: "Nordic freight" },
  sender: { name: "Sam Reed", email: "sam@acme.test" },
};
const fill = (html: string) => fillVariables(html, SOURCE);

test.each([
  ["<p>Hi {{lead.firstName}},</p>", "<p>Hi Ana,</p>"],
  ["{{ lead.fullName }} of {{lead.company}}", "Ana Berg of Berg &amp; Co"],
  ["{{first_name}} {{Last Name}} {{COMPANY_NAME}} {{email}}", "Ana Berg Berg &amp; Co ana@lead.test"],
  ["{{sender.firstName}}, {{campaign.name}}", "Sam, Nordic freight"],
  ["{{lead.custom.Annual revenue}} {{lead.custom.annual_revenue}}", "12 M 12 M"],
  ['{{ lead.title | "you there" }}', "you there"],
  ["{{lead.title|'there'}} {{lead.title | “there”}} {{lead.title | there}}", "there there there"],
  ["{{lead.title | &quot;R&amp;D&quot;}}", "R&amp;D"],
  ['{{lead.title | ""}}.', "."],
  ["{{<b>lead</b>.firstName}}", "Ana<b></b>"],
  ["<b>{{lead.</b><i>firstName}}</i>", "<b>Ana</b><i></i>"],
  ["&#123;&lcub;lead.firstName&#x7d;&rbrace;", "Ana"],
  ["{{&nbsp;lead.firstName&nbsp;|<br> &quot;x&quot;}}", "Ana"],
  ["{{{lead.firstName}}}", "{Ana}"],
  ["\\{{lead.firstName}} is how it is written", "{{lead.firstName}} is how it is written"],
  ["<!-- {{nobody}} --><style>a{{b}}</style><p>x</p>", "<!-- {{nobody}} --><style>a{{b}}</style><p>x</p>"],
  ["a { b } c", "a { b } c"],
])("%s", (html, expected) => expect(fill(html)).toEqual({ html: expected, unresolved: [] }));

test.each([
  ["{{lead.nickname}}", ["lead.nickname"]],
  ["{{lead.title}} {{ title }}", ["lead.title"]],
  ["{{ if }}{{}}", ["if", "{{}}"]],
  ['{{nobody | "fallback"}}', ["nobody"]],
  ["{{lead.custom.size}}", ["lead.custom.size"]],
  ["{{lead.custom.constructor}} {{constructor}}", ["lead.custom.constructor", "constructor"]],
  ["<p>{{lead.firstName</p><p>}} x</p>", ["lead.firstName"]],
  ["{{first_name} there", ["first_name"]],
  ['<a href="https://acme.test/?t={{lead.title}}">x</a>', ["lead.title"]],
])("%s is not filled, and named", (html, names) => expect(fill(html)).toEqual({ html, unresolved: names }));

test("in a link a value is part of the address, or the address itself, and never a scheme", () => {
  const hrefOf = (href: string, source = SOURCE) => fillVariables(`<a href="${href}">x</a>`, source).html;

  expect(hrefOf("https://acme.test/?c={{lead.company}}&a=1")).toBe(
    '<a href="https://acme.test/?c=Berg%20%26%20Co&a=1">x</a>',
  );
  expect(hrefOf("%7B%7Blead.website%7D%7D")).toBe('<a href="https://berg.test/about">x</a>');
  expect(hrefOf("https://{{lead.website}}")).toBe('<a href="https://berg.test/about">x</a>');
  const hostile = { ...SOURCE, lead: { ...SOURCE.lead, website: "javascript:alert(1)//a.b" } };
  expect(hrefOf("{{lead.website}}", hostile)).toBe('<a href="">x</a>');
});

test("what is written on keeps its escapes and what is open, and can be filled again", () => {
  const source = { ...SOURCE, lead: { ...SOURCE.lead, company: "{{lead.email}}" } };
  const once = fillForEditing("<p>{{lead.company}} \\{{x}} {{lead.title}}</p>", source);

  expect(once).toEqual({ html: "<p>\\{{lead.email}} \\{{x}} {{lead.title}}</p>", unresolved: ["lead.title"] });
  expect(fillVariables(once.html, source).html).toBe("<p>{{lead.email}} {{x}} {{lead.title}}</p>");
});

test("a preview marks what is open", () => {
  expect(fillForPreview("<p>{{lead.<b>title</b>}}!</p>", SOURCE).html).toBe(
    "<p><mark>{{lead.title}}</mark><b></b>!</p>",
  );
});

test("a body that is taken up again says the same", () => {
  const sent = "<p>{{if}} \\{{x}} {<b>{y}}</b></p>";

  expect(fill(withEscapedBraces(sent))).toEqual({ html: sent, unresolved: [] });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ..."<>&\"'= \n\t`{}\\|/a".split(""),
        "<script>",
        "onclick=",
        "--><p>",
        "{{",
        "}}",
        "&lt;",
        "javascript:",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);
const sourceOf = (value: string): VariableSource => ({
  lead: {
    ...Object.fromEntries(Object.keys(SOURCE.lead).map((key) => [key, value])),
    custom: { a: value },
  } as unknown as VariableSource["lead"],
  campaign: { name: value },
  sender: { name: value, email: value },
});
type Node = { type: string; name?: string; attribs?: Record<string, string>; children?: Node[] };
const shapeOf = (nodes: Node[]): unknown[] =>
  nodes
    .filter(({ type }) => type !== "text")
    .map(({ name, attribs, children = [] }) => [name, Object.keys(attribs ?? {}), shapeOf(children)]);
const shape = (html: string) => shapeOf(parseDocument(html).children as unknown as Node[]);

const TEMPLATES = [
  "<p>Hi {{lead.firstName}}, {{lead.custom.a | 'x'}}</p>",
  '<p title="{{lead.company}}" class={{lead.title}}>x</p>',
  `<a href="https://a.test/?b={{lead.email}}" data-x='{{campaign.name}}'>{{sender.<b>name</b>}}</a><i>y</i>`,
  "<a href={{lead.website}}>x</a><ul><li>{{lead.location}}</li></ul>",
];

test("no value becomes markup, wherever it stands", () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...TEMPLATES), (value, template) => {
      const { html } = fillVariables(template, sourceOf(value));
      expect(shape(html)).toEqual(shape(fillVariables(template, sourceOf("Ana")).html));
      expect(html).not.toMatch(/href="?\s*javascript:/i);
    }),
    randomRuns(400),
  );
});

test("a value stands in the text as it is, also after it was written on", () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const source = sourceOf(value);
      const shown = value.replace(/[\s\p{Cc}]+/gu, " ").trim();
      fc.pre(shown !== "");
      const textOf = (html: string) => (parseDocument(html).children as unknown as { data: string }[])[0]?.data;
      expect(textOf(fillVariables("- {{lead.company}} -", source).html)).toBe(`- ${shown} -`);
      const edited = fillForEditing("- {{lead.company}} -", source).html;
      expect(textOf(fillVariables(edited, source).html)).toBe(`- ${shown} -`);
    }),
    randomRuns(400),
  );
});

test("nothing that anybody writes throws, and nothing is left open that was not named", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (one, two, value) => {
      const source = sourceOf(value);
      for (const html of [one + two, `<p ${one}>{{${two}}}</p>`, `{{lead.email|${one}}}${two}`]) {
        const { html: left, unresolved } = fillVariables(html, source);
        expect(unresolvedNames(html, source)).toEqual(unresolved);
        if (unresolved.length === 0) expect(fillVariables(withEscapedBraces(left), source).html).toBe(left);
        fillForEditing(html, source);
        fillForPreview(html, source);
      }
    }),
    randomRuns(600),
  );
});

test.each(["{{", "<a ", '<a b="', "<!--", "&#123;", "{{a|", "<style>", "\\{{{", "{{lead.title}}<br>"])(
  "a long run of %s costs no more than its length",
  (piece) => {
    const html = piece.repeat(Math.ceil(250_000 / piece.length));
    const begun = performance.now();
    fillVariables(html, SOURCE);
    expect(performance.now() - begun).toBeLessThan(5_000);
  },
);
