import type { Vector } from "./vector";

/** Elements that bring other documents, take input, or hide what stands in them from one parser and not from the other. */
export const ELEMENTS: Vector[] = [
  ["a frame", `<iframe src="{url}"></iframe><p>Hi</p>`],
  ["a frame with its source inside", `<iframe srcdoc="<script>{run}</script>"></iframe><p>Hi</p>`],
  ["a frame by javascript", `<iframe src="javascript:{run}"></iframe><p>Hi</p>`],
  ["a frame of data", `<iframe src="data:text/html,<img src={url}>"></iframe><p>Hi</p>`],
  ["a frame of this app", `<iframe src="{own}"></iframe><p>Hi</p>`],
  ["a frame that breaks out of its words", `<iframe><img title="</iframe><img src=cid:a onerror={run}>"></iframe>Hi`],
  ["a set of frames", `<frameset onload="{run}"><frame src="{url}"></frameset>`],
  ["a fenced frame", `<fencedframe src="{url}"></fencedframe><portal src="{url}"></portal><p>Hi</p>`],
  ["an object", `<object data="{url}"><p>Hi</p></object>`],
  ["an object of data", `<object data="data:text/html,<script>{run}</script>"></object><p>Hi</p>`],
  [
    "an object in an object",
    `<object><object data="{url}"></object><param name="movie" value="{url}"></object><p>Hi</p>`,
  ],
  ["an embed", `<embed src="{url}"><p>Hi</p>`],
  ["an embed by javascript", `<embed src="javascript:{run}" type="text/html"><p>Hi</p>`],
  ["an applet", `<applet code="x" archive="{url}" codebase="{url}"></applet><p>Hi</p>`],
  ["a form", `<form action="{url}"><input name="password"><button>Go</button></form>`],
  ["a form by javascript", `<form action="javascript:{run}"><input type="submit" value="Hi" autofocus></form>`],
  ["a form that leads out of the frame", `<form action="{own}" method="post" target="_top"><button>Hi</button></form>`],
  ["a button with an address of its own", `<button formaction="{url}">Go</button>`],
  [
    "a field far from its form",
    `<form id="f" action="{url}"></form><p>Hi</p><input form="f" name="password" type="password">`,
  ],
  [
    "a field in place of the page",
    `<div contenteditable="true" autofocus>Hi</div><textarea autofocus>Sign in</textarea>`,
  ],
  ["a choice", `<select autofocus onfocus="{run}"><option>Hi</option></select><keygen autofocus onfocus="{run}">`],
  ["a dialog that is open", `<dialog open style="position:fixed;inset:0"><p>Sign in</p></dialog>`],
  [
    "a dialog that opens itself",
    `<button commandfor="d" command="show-modal" autofocus>Hi</button><dialog id="d">Sign in</dialog>`,
  ],
  ["a popover", `<div popover="manual" id="p">Sign in</div><button popovertarget="p" autofocus>Hi</button>`],
  ["a slot", `<div slot="main"><slot name="main" onslotchange="{run}">Hi</slot></div>`],
  ["a part with a shadow", `<div><template shadowrootmode="open"><img src="{url}" onerror="{run}"></template>Hi</div>`],
  [
    "a part with a shadow of a former kind",
    `<div><template shadowroot="open"><style>@import "{url}"</style></template>Hi</div>`,
  ],
  [
    "an element of the app's own name",
    `<nextjs-portal><x-run is="script">{run}</x-run></nextjs-portal><p is="x-p">Hi</p>`,
  ],
  ["a noscript trick", `<noscript><p title="</noscript><img src=cid:a onerror={run}>"></noscript>Hi`],
  ["a textarea trick", `<textarea><img title="</textarea><img src=cid:a onerror={run}>"></textarea>Hi`],
  ["a title trick", `<title><a title="</title><img src=cid:a onerror={run}>"></title>Hi`],
  ["an XMP trick", `<xmp><img title="</xmp><img src=cid:a onerror={run}>"></xmp>Hi`],
  ["a listing trick", `<listing>&lt;img src=cid:a onerror={run}&gt;</listing><p>Hi</p>`],
  ["a noembed trick", `<noembed><p title="</noembed><img src=cid:a onerror={run}>"></noembed>Hi`],
  ["a choice trick", `<select><option><style></option></select><img src=cid:a onerror={run}></style>Hi`],
  ["a template in a choice", `<select><template><script>{run}</script></template></select><p>Hi</p>`],
  ["a template trick", `<template><p title="</template><img src=cid:a onerror={run}>"></template>Hi`],
  ["a table that casts out what is in it", `<table><img src="cid:a" onerror="{run}"><tr><td>Hi</td></tr></table>`],
  ["a plaintext element", `<plaintext><img src=cid:a onerror={run}>`],
  ["a second head", `<p>Hi</p><html onclick="{run}"><head><base href="http://{host}/"></head><body onload="{run}">`],
  [
    "a layer of former days",
    `<layer src="{url}"></layer><ilayer src="{url}"></ilayer><isindex action="{url}"><p>Hi</p>`,
  ],
  ["a view of the web", `<webview src="{url}"></webview><controlledframe src="{url}"></controlledframe><p>Hi</p>`],
  ["an island of XML", `<xml id="x" src="{url}"><i>Hi</i></xml><p datasrc="#x" datafld="i">Hi</p>`],
  ["VML", `<v:rect><v:fill src="{url}"/></v:rect><v:imagedata src="{url}"/><p>Hi</p>`],
];

/** Names that stand in the way of scripts, and the words by which this app's own frames are told. */
export const NAMES: Vector[] = [
  [
    "a name that shadows the document",
    `<img name="getElementById" id="body" src="cid:a"><p id="app" class="dialog">Hi</p>`,
  ],
  [
    "a form that shadows its own parts",
    `<form id="attributes"><input name="attributes"><input name="parentNode"><p>Hi</p></form>`,
  ],
  ["names that shadow two deep", `<a id="document"></a><a id="document" name="documentElement" href="{own}">Hi</a>`],
  ["a frame that names a window", `<iframe name="alert" src="about:blank"></iframe><p>Hi</p>`],
  ["names of all objects", `<p id="__proto__" class="constructor">Hi</p><a id="hasOwnProperty" name="toString">Hi</a>`],
  [
    "the words of this app's frame",
    `<html data-kind="designed" data-theme="dark"><body data-message="1" class="fold leads-to">Hi</body></html>`,
  ],
  [
    "a mark of this app's own",
    `<a href="https://evil.test/">bank.test</a><span class="leads-to">goes to bank.test</span>`,
  ],
  [
    "a fold of this app's own",
    `<details class="fold" open dir="auto"><summary>3 quoted lines</summary><blockquote>Hi</blockquote></details>`,
  ],
  ["an attribute that breaks out", `<p title='"><img src=cid:a onerror={run}>'>Hi</p>`],
  ["an alternative text that breaks out", `<img alt="<img src=cid:a onerror={run}>" src="cid:a">`],
  ["a language that breaks out", `<p lang='"><script>{run}</script>' dir='"onclick={run}'>Hi</p>`],
  ["a size that breaks out", `<td width='"><script>{run}</script>' bgcolor='"onclick="{run}'>Hi</td>`],
];
