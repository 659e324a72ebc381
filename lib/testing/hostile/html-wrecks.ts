import type { Vector } from "./vector";

const HEBREW = "\u05e9\u05dc\u05d5\u05dd";

/** Broken, huge and odd HTML: comments, sections, controls, nests and directions. */
export const WRECKS: Vector[] = [
  ["a comment trick", `<!--><img src=cid:a onerror={run}>-->Hi`],
  ["another comment trick", `<!--!><img src="{url}" --!><img src=cid:a onerror={run}>Hi`],
  ["a comment that is no comment", `<!-x><img src=cid:a onerror={run}>Hi<!->`],
  ["a comment within an attribute", `<p title="<!--">Hi</p><img src=cid:a onerror={run}><p title="-->">Hi</p>`],
  ["a conditional comment", `<!--[if gte mso 9]><img src="{url}"><![endif]--><p>Hi</p>`],
  ["a conditional comment that all see", `<!--[if !mso]><!--><img src=cid:a onerror={run}><!--<![endif]--><p>Hi</p>`],
  ["a conditional comment below the rest", `<![if !IE]><script>{run}</script><![endif]><p>Hi</p>`],
  ["a CDATA trick", `<![CDATA[><img src=cid:a onerror={run}>]]>Hi`],
  ["a processing instruction", `<?xml-stylesheet href="{url}"?><p>Hi</p>`],
  ["an instruction that ends early", `<?php ><img src=cid:a onerror={run}> ?>Hi`],
  ["a document type with entities", `<!DOCTYPE html [<!ENTITY x SYSTEM "{url}">]><p>Hi &x;</p>`],
  ["an end tag with attributes", `<p>Hi</p/x><img src=cid:a onerror={run}></a href="{url}">`],
  ["a tag that is no name", `<1 onclick={run}><%00img src=cid:a onerror={run}></ img><p>Hi</p>`],
  ["a tag within a tag", `<img src=cid:a alt=<b onerror={run}>Hi</b>`],
  ["a tag that never ends", `<p>Hi</p><img src="{url}" onerror="{run}" `],
  ["an attribute that never ends", `<p>Hi</p><img alt="x><img src={url} onerror={run}>`],
  [
    "attributes without number",
    `<p ${Array.from({ length: 3_000 }, (_, at) => `a${at}="x"`).join(" ")} onclick="{run}">Hi</p>`,
  ],
  ["an attribute without end", `<p title="${"x".repeat(200_000)}" onclick="{run}">Hi</p><img src=cid:a onerror={run}>`],
  ["a nest of boxes", `${"<div>".repeat(3_000)}<img src=cid:a onerror={run}>Hi`],
  ["a nest of bold words", `${"<b><i>".repeat(300)}<script>{run}</script>Hi`],
  ["a nest of tables", `${"<table><tr><td>".repeat(120)}<img src=cid:a onerror={run}>Hi`],
  ["a nest of quotes", `<p>Hi</p>${"<blockquote>".repeat(160)}<img src=cid:a onerror={run}>Hi`],
  [
    "tags that overlap",
    `<b><p><i></b><script>{run}</script></p></i><a><table><a></table><img src=cid:a onerror={run}>Hi`,
  ],
  [
    "a NUL in every place",
    `<p\u0000 on\u0000click="\u0000{run}">H\u0000i</p><img src="ja\u0000vascript:{run}" onerror\u0000="{run}">`,
  ],
  ["controls in a tag", `<img\u000bsrc="cid:a"\u000conerror="{run}"\u001f>Hi\u0008\u007f\u0085`],
  ["half characters", `<p>Hi \ud800 \udfff</p><img src="cid:a\ud83d" onerror="{run}">`],
  [
    "a mark of byte order in a tag",
    `\ufeff<im\ufeffg src=cid:a><img\ufeff src=cid:a onerror={run}><script\ufeff>{run}</script>Hi`,
  ],
  ["lines that only some take for lines", `<p title="x\u2028" onclick="\u2029{run}">Hi\u2028there</p>`],
  ["words that run backwards", `<p>\u202egnp.exe\u202c <a href="https://evil.test/">\u202etset.knab//:sptth</a></p>`],
  ["a direction for all that follows", `<p>Hi \u2067${HEBREW} \u2066 never closed</p><bdo dir="rtl">\u202eHi`],
  ["a direction by its style", `<p style="unicode-bidi:bidi-override;direction:rtl">tset.knab</p>`],
  ["marks heaped upon a letter", `<p>H${"\u0301".repeat(2_000)}i</p>`],
  ["words in UTF-7", `<meta charset="utf-7"><p>Hi</p>+ADw-script+AD4-{run}+ADw-/script+AD4-`],
  [
    "words in ISO-2022-JP",
    `<meta charset="iso-2022-jp"><img alt="\u001b$B" src="{url}"><p>\u001b(B</p><img alt="x onerror={run}" src=cid:a>Hi`,
    "picture",
  ],
  [
    "words in a character set of the page's own",
    `<meta http-equiv="content-type" content="text/html; charset=x-user-defined"><p>Hi</p>\u00bcscript\u00be{run}\u00bc/script\u00be`,
  ],
  [
    "words that were encoded twice",
    `<p>&amp;lt;script&amp;gt;{run}&amp;lt;/script&amp;gt; %3Cscript%3E{run}%3C/script%3E</p>`,
  ],
];
