import { createElement, Fragment, type ReactNode } from "react";
import { isLinkTarget } from "@/components/editor/link-target";

const TAGS = new Set([
  "A",
  "B",
  "BLOCKQUOTE",
  "BR",
  "CODE",
  "DIV",
  "EM",
  "H1",
  "H2",
  "H3",
  "I",
  "IMG",
  "LI",
  "MARK",
  "OL",
  "P",
  "PRE",
  "S",
  "SPAN",
  "STRONG",
  "TABLE",
  "TBODY",
  "TD",
  "TH",
  "TR",
  "U",
  "UL",
]);
const HIDDEN = new Set(["HEAD", "SCRIPT", "STYLE", "TEMPLATE", "TITLE", "IFRAME", "OBJECT", "SVG", "MATH"]);
const OWN_UPLOAD = /^\/api\/uploads\/[0-9a-f-]{36}$/i;

/**
 * HTML of our own side (a signature, a reply on its way) as elements: known tags without attributes, links that lead
 * to the web or to mail, own pictures. Nothing remote is loaded. Needs a browser's parser, so only after hydration.
 */
export function SafeHtml({ html, className }: { html: string; className?: string }) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return <div className={className}>{childrenOf(body)}</div>;
}

const childrenOf = (node: Node): ReactNode[] => [...node.childNodes].map((child, index) => draw(child, index));

function draw(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || HIDDEN.has(node.tagName.toUpperCase())) return null;
  const tag = node.tagName.toUpperCase();
  if (tag === "BR") return <br key={key} />;
  if (tag === "IMG") return drawImage(node, key);
  if (tag === "A") return drawLink(node, key);
  if (!TAGS.has(tag)) return <Fragment key={key}>{childrenOf(node)}</Fragment>;
  const children = tag === "TABLE" || tag === "TBODY" || tag === "TR" ? withoutBlanks(node) : childrenOf(node);
  return createElement(tag.toLowerCase(), { key }, ...children);
}

/** React warns about white space between rows and cells. */
const withoutBlanks = (node: Element): ReactNode[] => [...node.children].map((child, index) => draw(child, index));

function drawImage(node: Element, key: number): ReactNode {
  const source = node.getAttribute("src") ?? "";
  const alt = node.getAttribute("alt") ?? "";
  // oxlint-disable-next-line nextjs/no-img-element -- an upload of unknown size
  return OWN_UPLOAD.test(source) ? <img key={key} src={source} alt={alt} className="inline-block max-w-full" /> : alt;
}

function drawLink(node: Element, key: number): ReactNode {
  const href = node.getAttribute("href") ?? "";
  if (!isLinkTarget(href)) return <Fragment key={key}>{childrenOf(node)}</Fragment>;
  return (
    <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent-text underline">
      {childrenOf(node)}
    </a>
  );
}
